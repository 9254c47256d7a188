import { BadFile } from './bad-file';

/** Bytes of a file; the longest regulation has a fiftieth of it. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** The text of a file. @throws BadFile for what is not UTF-8, or no text */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES) throw new BadFile('文件超过5MB，不是一部法规的文本');
  if (bytes.includes(0)) throw new BadFile('文件中有空字符，不是文本文件或编码不对，请另存为 UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadFile('文件不是 UTF-8 编码，请另存为 UTF-8 后再导入');
  }
}
