import { Budget, Unreadable } from '../../../disclosure/server/privacy/files/read/budget';
import { readZip } from '../../../disclosure/server/privacy/files/read/zip';
import type { FileEnding } from '../../shared/files';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');
const PDF = Buffer.from('%PDF-');
const ZIP = Buffer.from('504b0304', 'hex');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The end of an archive, which readers look for from the back: in another file it makes a second file of it. */
const ARCHIVE_END = Buffer.from('504b0506', 'hex');
const ARCHIVE_TAIL = 66_000;

const startsWith = (bytes: Buffer, mark: Buffer) => bytes.subarray(0, mark.length).equals(mark);
const hasUtf16 = (bytes: Buffer, text: string) => bytes.includes(Buffer.from(text, 'utf16le'));

const NOT_THAT = '内容与扩展名不符';
const MACROS = '含有宏，请另存为不含宏的文件';
const LOCKED = '设有打开密码，请取消密码';
const TWO = '里面还藏着另一个压缩包';

/**
 * What is wrong with a file, by its content; null: nothing. Its words are meant to follow the file's name. Archives are
 * inflated within a budget, so it is to be called in a thread.
 */
export async function problemOf(bytes: Buffer, ending: FileEnding): Promise<string | null> {
  if (bytes.length === 0) return '是空的';
  switch (ending) {
    case 'docx':
      return packageProblem(bytes, 'word/document.xml');
    case 'xlsx':
      return packageProblem(bytes, 'xl/workbook.xml');
    case 'ofd':
      return packageProblem(bytes, 'OFD.xml');
    case 'doc':
    case 'xls':
      return compoundProblem(bytes);
    default:
      return plainProblem(bytes, ending);
  }
}

function plainProblem(bytes: Buffer, ending: 'pdf' | 'png' | 'jpg' | 'jpeg' | 'txt'): string | null {
  const isIt = {
    pdf: () => startsWith(bytes, PDF),
    png: () => startsWith(bytes, PNG),
    jpg: () => startsWith(bytes, JPEG),
    jpeg: () => startsWith(bytes, JPEG),
    // what runs on a machine has zeros in it; UTF-16 has them too, and begins with its mark
    txt: () => (bytes[0] === 0xff && bytes[1] === 0xfe) || !bytes.includes(0),
  }[ending];
  if (!isIt()) return NOT_THAT;
  return bytes.subarray(-ARCHIVE_TAIL).includes(ARCHIVE_END) ? TWO : null;
}

function compoundProblem(bytes: Buffer): string | null {
  if (!startsWith(bytes, COMPOUND)) return NOT_THAT;
  if (hasUtf16(bytes, 'EncryptedPackage')) return LOCKED;
  return hasUtf16(bytes, '_VBA_PROJECT') || hasUtf16(bytes, 'Macros') ? MACROS : null;
}

const RUNS =
  /(?:^|\/)(?:vbaProject\.bin|activeX\d*\.(?:bin|xml))$|\/macrosheets\/|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|scr)$/i;

/** A package of the kind that its ending says, without macros, that inflates to what a document may have. */
async function packageProblem(bytes: Buffer, marker: string): Promise<string | null> {
  if (startsWith(bytes, COMPOUND) && hasUtf16(bytes, 'EncryptedPackage')) return LOCKED;
  if (!startsWith(bytes, ZIP)) return NOT_THAT;
  const names = new Set<string>();
  try {
    for await (const { name, content } of readZip(bytes, new Budget(), () => true)) {
      if (RUNS.test(name)) return MACROS;
      if (name === '[Content_Types].xml' && /macroEnabled/i.test(content.toString('latin1'))) return MACROS;
      names.add(name);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { 'too-large': '解压后过大', encrypted: LOCKED }[error.status as string] ?? '已损坏，打不开';
  }
  return names.has(marker) ? null : NOT_THAT;
}
