/** A title as the name of a file, without what no file system takes. */
export const downloadName = (title: string, extension: string, fallback: string): string =>
  `${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || fallback}.${extension}`;
