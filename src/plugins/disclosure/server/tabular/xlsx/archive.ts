import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { DisclosureError } from '../../errors';
import { type TableLimits, tableError } from '../table';

const MAX_PARTS = 10_000;
/** Real sheets pack to a tenth or a thirtieth; a bomb to a thousandth. Small parts may do as they like. */
const MAX_RATIO = 300;
const SMALL = 16 * 1024 * 1024;

/** The parts of an XLSX; each can be read as a stream, several times. */
export type Archive = {
  has(name: string): boolean;
  read(name: string): AsyncGenerator<Buffer>;
  close(): void;
};

const BROKEN = '文件已损坏，不是完整的 .xlsx，请用 Excel 或 WPS 打开后另存，再上传';

/**
 * Opens the archive, and refuses what would unpack to more than `limits.unpackedBytes` or packs like no
 * sheet does. yauzl stops a part that unpacks to more than its entry says, so the entries can be believed.
 *
 * @throws DisclosureError INVALID_INPUT when broken, encrypted or too large
 */
export async function openArchive(path: string, limits: TableLimits): Promise<Archive> {
  const file = await openPromise(path, { autoClose: false }).catch(() => {
    throw tableError(BROKEN);
  });
  try {
    const entries = await readEntries(file, limits);
    return {
      has: (name) => entries.has(name),
      read: (name) => readPart(file, entries.get(name)),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

async function readEntries(file: ZipFile, limits: TableLimits): Promise<Map<string, Entry>> {
  if (file.entryCount > MAX_PARTS) throw tableError('文件内部的部件过多，请用 Excel 或 WPS 另存后再上传');
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of file.eachEntry()) {
      entries.set(entry.fileName, entry);
      total += entry.uncompressedSize;
      assertHonest(entry, total, limits);
    }
  } catch (error) {
    throw asTableError(error);
  }
  return entries;
}

function assertHonest(entry: Entry, total: number, limits: TableLimits): void {
  if (entry.generalPurposeBitFlag & 1) {
    throw tableError('文件设有密码，请用 Excel 或 WPS 取消密码后另存，再上传');
  }
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
  if (total > limits.unpackedBytes || (entry.uncompressedSize > SMALL && ratio > MAX_RATIO)) {
    throw tableError('文件解压后过大，已拒绝读取；请删去多余的空白行列和图片后另存，或拆成几个文件');
  }
}

async function* readPart(file: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw tableError(BROKEN);
  try {
    const stream = await file.openReadStreamPromise(entry);
    try {
      for await (const chunk of stream) yield chunk as Buffer;
    } finally {
      stream.destroy();
    }
  } catch (error) {
    throw asTableError(error);
  }
}

/** What yauzl and zlib say of a broken archive, for a person; our own refusals stay as they are. */
const asTableError = (error: unknown): unknown =>
  error instanceof DisclosureError ? error : tableError(BROKEN);
