/** What making one copy may cost; 200,000 characters take two seconds. */
export const LIMITS = {
  milliseconds: 20_000,
  heapMegabytes: 512,
  /** copies that wait for their turn; a further one is asked to come back */
  waiting: 20,
  /** pictures of one document, each and together */
  pictures: 100,
  picturePixels: 50_000_000,
  pictureEdge: 1600,
  pictureBytes: 40 * 1024 * 1024,
  fileBytes: 60 * 1024 * 1024,
  /** what the folder of finished copies holds */
  keptBytes: 1024 * 1024 * 1024,
  keptFiles: 5000,
  /** milliseconds for which a copy that could not be made is not tried again */
  failedFor: 10 * 60_000,
};
