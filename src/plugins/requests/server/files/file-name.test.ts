import { cleanName, endingOf } from './file-name';

test.each([
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Windows\\win.ini.pdf', 'win.ini.pdf'],
  ['申请书.PDF', '申请书.pdf'],
  ['证明\u202Efdp.exe.pdf', '证明fdp.exe.pdf'],
  ['a\u0000b\r\nc.pdf', 'abc.pdf'],
  ['.pdf', '附件.pdf'],
  ['...pdf', '附件.pdf'],
  ['con.pdf', '_con.pdf'],
  ['a<b>:"c|?*.pdf', 'a b c.pdf'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(100)}.pdf`],
])('%j is kept as %s', (given, kept) => {
  expect(cleanName(given, 'pdf')).toBe(kept);
});

test('an ending is what stands behind the last dot', () => {
  expect(['a.PDF', 'a.pdf.exe', 'a', 'a.pdf '].map(endingOf)).toEqual(['pdf', 'exe', '', 'pdf']);
});
