import {
  isPicture,
  MAX_UPLOAD_BYTES,
  sizeText,
  UPLOAD_ENDINGS,
  UPLOAD_TYPES,
  uploadProblem,
} from './upload-rules';

describe('a file is looked at before it is sent', () => {
  test.each(['公告.pdf', '公告.PDF', '旧.doc', '表.xlsx', '版式.ofd', '照片.JPEG', 'a.b.csv'])(
    '%s may go',
    (name) => {
      expect(uploadProblem({ name, size: 10 })).toBeNull();
    },
  );

  test.each<[string, string, number, RegExp]>([
    ['a program', '安装.exe', 10, /不能上传“\.exe”文件/],
    ['a page', '页面.html', 10, /“\.html”/],
    ['a drawing', '图.svg', 10, /“\.svg”/],
    ['a program in disguise', '公告.pdf.exe', 10, /“\.exe”/],
    ['a name without ending', '公告', 10, /没有扩展名/],
    ['an empty file', '公告.pdf', 0, /空的/],
    ['a file that is too large', '公告.pdf', MAX_UPLOAD_BYTES + 1, /200 MB 的上限/],
    ['a name of an object’s own', 'a.constructor', 10, /“\.constructor”/],
  ])('%s may not', (_what, name, size, problem) => {
    expect(uploadProblem({ name, size })).toMatch(problem);
  });

  test('neither pages nor drawings are among the types of the server', () => {
    expect(UPLOAD_TYPES.some((type) => /html|svg|xml$|javascript/.test(type))).toBe(false);
    expect(UPLOAD_ENDINGS).toContain('.pdf');
  });

  test('pictures are told by their endings', () => {
    expect(['a.png', 'a.WEBP', 'a.pdf', 'a'].map(isPicture)).toEqual([true, true, false, false]);
  });
});

test.each([
  [0, '0 字节'],
  [1023, '1023 字节'],
  [12_345, '12 KB'],
  [3_500_000, '3.3 MB'],
  [200 * 1024 * 1024, '200 MB'],
])('%i bytes read %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
