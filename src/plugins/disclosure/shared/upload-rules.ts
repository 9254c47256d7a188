/** What official documents come as, by the ending of the name: PDF and OFD, office formats, pictures, sound, film, plain tables. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  ofd: ['application/ofd', 'application/zip'],
  // the old office formats are recognised as what they are packed in
  doc: ['application/msword', 'application/x-cfb'],
  xls: ['application/vnd.ms-excel', 'application/x-cfb'],
  ppt: ['application/vnd.ms-powerpoint', 'application/x-cfb'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  zip: ['application/zip'],
  txt: ['text/plain'],
  csv: ['text/csv'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  mp4: ['video/mp4'],
  mp3: ['audio/mpeg'],
};

/** Pictures that may stand in a text. */
const PICTURES = ['png', 'jpg', 'jpeg', 'gif', 'webp'];

/** The types of content that the server takes, as it recognises them. */
export const UPLOAD_TYPES: readonly string[] = [...new Set(Object.values(TYPES).flat())];

/** The most that one file may have, in bytes. */
export const MAX_UPLOAD_BYTES = 200 * 1024 * 1024;

/** The endings that a file dialog offers. */
export const UPLOAD_ENDINGS: readonly string[] = Object.keys(TYPES).map((ending) => `.${ending}`);
export const PICTURE_ENDINGS: readonly string[] = PICTURES.map((ending) => `.${ending}`);

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export const isPicture = (name: string): boolean => PICTURES.includes(endingOf(name));

/** What prevents a file from being uploaded, as a sentence; null when nothing does that can be known before. */
export function uploadProblem({ name, size }: { name: string; size: number }): string | null {
  const ending = endingOf(name);
  if (!Object.hasOwn(TYPES, ending)) {
    return ending
      ? `不能上传“.${ending}”文件，请另存为 PDF、OFD、Word、Excel、图片等常用格式`
      : '文件名没有扩展名，认不出是什么文件，请改名后再上传';
  }
  if (size === 0) return '这个文件是空的，请检查后重新选择';
  if (size > MAX_UPLOAD_BYTES)
    return `文件有 ${sizeText(size)}，超过了 ${sizeText(MAX_UPLOAD_BYTES)} 的上限，请压缩或拆分`;
  return null;
}

/** A size as people write it: `12 KB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${Math.round(bytes)} 字节`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.round(kilobytes)} KB`;
  const megabytes = kilobytes / 1024;
  return `${megabytes < 100 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}
