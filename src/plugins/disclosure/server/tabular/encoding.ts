import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tableError } from './table';

/** Names as TextDecoder knows them. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The encoding of a text file. A byte order mark says it; without one the whole file is tried as UTF-8
 * and then as GB18030 (which holds GBK and GB2312), so that no row is met later that does not decode.
 *
 * @throws DisclosureError INVALID_INPUT when it is neither
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const head = await readHead(path, 4096);
  const marked = BOMS.find(([, mark]) => mark.every((byte, index) => head[index] === byte));
  const guessed = marked?.[0] ?? utf16ByZeros(head);
  const candidates: Encoding[] = guessed ? [guessed] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) if (await decodes(path, encoding)) return encoding;
  throw tableError('无法识别文件的文字编码，请用 Excel 或 WPS 另存为“CSV UTF-8”后再上传');
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* decodeFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** The first bytes of a file. */
export async function readHead(path: string, length: number): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file?.close();
  }
}

/** UTF-16 without a mark shows itself by the zero bytes of its digits, separators and line ends. */
export function utf16ByZeros(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0 && index % 2 === 0) even += 1;
    if (byte === 0 && index % 2 === 1) odd += 1;
  }
  if (Math.max(even, odd) * 16 < head.length) return null;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : null;
}

async function decodes(path: string, encoding: Encoding): Promise<boolean> {
  try {
    for await (const _text of decodeFile(path, encoding));
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
