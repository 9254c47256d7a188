import type { AttachedFile } from './attached-files';

/**
 * The texts of some attachments have to be read before the gate can decide. Not an error of anybody:
 * the gate lets go of everything it holds, has them read, and begins again.
 */
export class FileTextsMissing extends Error {
  constructor(readonly files: readonly AttachedFile[]) {
    super('file texts are to be read first');
  }
}
