import { makeZip } from '../../../../../tests/support/office-files';
import type { FileEnding } from '../../shared/files';
import { problemOf } from './check-file';

const zipped = (entries: Record<string, string | Buffer>) =>
  makeZip(Object.entries(entries).map(([name, content]) => ({ name, content })));
const docx = (more: Record<string, string | Buffer> = {}) =>
  zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...more });
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF');

test.each<[string, FileEnding, () => Buffer]>([
  ['a PDF', 'pdf', () => pdf],
  ['a Word file', 'docx', () => docx()],
  ['a text', 'txt', () => Buffer.from('申请书')],
  ['a picture', 'jpg', () => Buffer.from('ffd8ffe000104a464946', 'hex')],
])('%s is taken', async (_what, ending, bytes) => {
  expect(await problemOf(bytes(), ending)).toBeNull();
});

test.each<[string, FileEnding, () => Buffer, string]>([
  ['nothing', 'pdf', () => Buffer.alloc(0), '空'],
  ['a program with the name of a PDF', 'pdf', () => Buffer.from('MZ\x90\0'), '不符'],
  ['a program with the name of a text', 'txt', () => Buffer.from('MZ\x90\0'), '不符'],
  ['a page of HTML with the name of a picture', 'png', () => Buffer.from('<script>'), '不符'],
  ['a PDF behind something else', 'pdf', () => Buffer.concat([Buffer.from('GIF89a'), pdf]), '不符'],
  ['a PDF that is an archive as well', 'pdf', () => Buffer.concat([pdf, docx()]), '压缩包'],
  ['an archive with the name of a Word file', 'docx', () => zipped({ 'a.txt': 'x' }), '不符'],
  ['macros', 'docx', () => docx({ 'word/vbaProject.bin': 'x' }), '宏'],
  [
    'a type that says that it has macros',
    'docx',
    () => docx({ '[Content_Types].xml': 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    '宏',
  ],
  ['a program inside', 'docx', () => docx({ 'word/embeddings/a.exe': 'MZ' }), '宏'],
  ['a folder above', 'docx', () => docx({ '../../a.txt': 'x' }), '损坏'],
  ['a bomb', 'docx', () => docx({ 'word/media/a.bin': Buffer.alloc(110 * 1024 * 1024) }), '过大'],
  ['half of a file', 'docx', () => docx().subarray(0, 200), '损坏'],
  [
    'old macros',
    'doc',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('_VBA_PROJECT', 'utf16le')]),
    '宏',
  ],
  [
    'a password',
    'docx',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    '密码',
  ],
])('%s is refused in words', async (_what, ending, bytes, words) => {
  expect(await problemOf(bytes(), ending)).toContain(words);
});

test('a bomb that lies about its size is refused', async () => {
  const lying = makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: Buffer.alloc(5_000_000), claims: 10 },
  ]);
  expect(await problemOf(lying, 'docx')).toContain('损坏');
});
