import { utf16ByZeros } from './encoding';
import { tableError } from './table';

const startsWith = (head: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

export const isZip = (head: Buffer): boolean => startsWith(head, [0x50, 0x4b, 0x03, 0x04]);

/** Microsoft's compound file: the old formats, and every Office file that a password protects. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** Tab, line feed, form feed, carriage return, escape: the control characters of texts. */
const IN_TEXTS = [9, 10, 12, 13, 27];
const MARKUP = /^\s*<(!doctype|html|table|\?xml|meta|head)/i;

/**
 * Refuses by its first bytes what is neither an XLSX nor a text.
 *
 * @throws DisclosureError INVALID_INPUT that says how to save it anew
 */
export function assertNoOldFormat(head: Buffer): void {
  if (startsWith(head, OLE)) {
    throw tableError(
      head.includes(ENCRYPTED)
        ? '文件设有打开密码，请用 Excel 或 WPS 取消密码后另存，再上传'
        : '这是旧格式（.xls）或设有密码的文件，请用 Excel 或 WPS 另存为 .xlsx（不设密码）后再上传',
    );
  }
  const text = head.toString('latin1');
  const isUtf16 =
    startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]) || utf16ByZeros(head) !== null;
  if (!isZip(head) && !isUtf16 && head.some((byte) => byte < 32 && !IN_TEXTS.includes(byte))) {
    throw tableError('这不是表格文件，请上传 .xlsx 或 .csv');
  }
  if (MARKUP.test(text.replace(/^\xef\xbb\xbf/, ''))) {
    throw tableError('这是网页格式的表格，请用 Excel 或 WPS 打开后另存为 .xlsx，再上传');
  }
}
