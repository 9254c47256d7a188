import { makeDocx, makeXlsx, makeZip } from '../../../../../../tests/support/office-files';
import { DEFAULT_PRIVACY } from '../settings';
import { LIMITS } from './read/budget';
import { scanFile } from './scan-file';

const ID = '11010519491231002X';
const CARD = '6217000010028192832';
const key = Buffer.from('k');
const scan = (name: string, bytes: Buffer) => scanFile({ bytes, name, settings: DEFAULT_PRIVACY, key });
const found = async (name: string, bytes: Buffer) =>
  (await scan(name, bytes)).finds.map(({ kind, place }) => [kind, place]);

describe('finds personal data in', () => {
  test('a DOCX, also in runs, headers, notes, deleted text and CDATA', async () => {
    const part = (name: string, xml: string) => ({ name: `word/${name}.xml`, content: xml });
    const docx = makeDocx(
      [['名单'], ['1101', '0519491231', '002X']],
      [
        part('header1', `<w:hdr><w:p><w:t>${CARD}</w:t></w:p></w:hdr>`),
        part('comments', '<w:comments><w:p><w:delText>13800138000</w:delText></w:p></w:comments>'),
        part('footnotes', '<w:p><w:t><![CDATA[110105199003072637]]></w:t></w:p>'),
      ],
    );
    expect(await found('a.docx', docx)).toEqual([
      ['identity-number', null],
      ['bank-card', '页眉页脚'],
      ['phone', '批注'],
      ['identity-number', '脚注尾注'],
    ]);
  });

  test('an XLSX, naming sheet and row; numbers and texts; hidden caches', async () => {
    const xlsx = makeXlsx(
      [
        ['姓名', '身份证号', '电话'],
        ['张三', ID, 13800138000],
      ],
      { sheet: '低保&amp;特困' },
      [{ name: 'xl/pivotCache/pivotCacheDefinition1.xml', content: `<s v="${CARD}"/>` }],
    );
    expect(await found('a.xlsx', xlsx)).toEqual([
      ['identity-number', '工作表“低保&特困”第2行'],
      ['phone', '工作表“低保&特困”第2行'],
      ['bank-card', '透视表或外部链接的缓存'],
    ]);
  });

  test('cells beside each other are never one number', async () => {
    expect(await found('a.xlsx', makeXlsx([['110105', '19491231', '002X']]))).toEqual([]);
  });

  test('a workbook inside a document', async () => {
    const docx = makeDocx([['见附表']], [{ name: 'word/embeddings/a.xlsx', content: makeXlsx([[ID]]) }]);
    expect(await found('a.docx', docx)).toEqual([['identity-number', '工作表“名单”第1行']]);
  });

  test.each([
    ['UTF-8', Buffer.from(`姓名,证号\n张三,${ID}\n`)],
    ['UTF-16', Buffer.from(`\ufeff姓名,证号\n张三,${ID}\n`, 'utf16le')],
    ['GBK', Buffer.concat([Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a]), Buffer.from(`${ID}\n`)])],
  ])('a CSV in %s, naming the line', async (_encoding, bytes) => {
    expect(await found('a.csv', bytes)).toEqual([['identity-number', '第2行']]);
  });

  test('an OFD and an ODT', async () => {
    const ofd = makeZip([
      { name: 'OFD.xml', content: '<ofd:OFD/>' },
      {
        name: 'Doc_0/Pages/Page_0/Content.xml',
        content: `<ofd:TextObject><ofd:TextCode>${ID}</ofd:TextCode></ofd:TextObject>`,
      },
    ]);
    const odt = makeZip([{ name: 'content.xml', content: `<text:p>${ID}</text:p>` }]);
    expect(await found('a.ofd', ofd)).toHaveLength(1);
    expect(await found('a.odt', odt)).toHaveLength(1);
  });
});

test('keeps the text masked, and no value anywhere', async () => {
  const result = await scan('a.txt', Buffer.from(`张三${ID},卡${CARD},电话13800138000`));
  expect(result.text.trim()).toBe('张三110105********002X,卡6217***********2832,电话138****8000');
  expect(JSON.stringify(result)).not.toMatch(/1949|00001002|00138000/);
});

describe('what cannot be read has a status', () => {
  const bomb = (size: number) => Buffer.alloc(size, '0');
  test.each<[string, string, Buffer, string]>([
    ['an old Word file', 'a.doc', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'unsupported'],
    [
      'a DOCX with a password',
      'a.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['a picture', 'a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'unsupported'],
    ['an archive of anything', 'a.zip', makeZip([{ name: 'a.txt', content: ID }]), 'unsupported'],
    ['half a DOCX', 'a.docx', makeDocx([['x']]).subarray(0, 200), 'broken'],
    ['nothing', 'a.docx', Buffer.alloc(0), 'unsupported'],
    ['an empty text', 'a.txt', Buffer.from('\n\n'), 'no-text'],
    [
      'a claim that is a lie',
      'a.docx',
      makeZip([{ name: 'word/document.xml', content: bomb(1_000_000), claims: 10 }]),
      'broken',
    ],
    [
      'an entry that swells',
      'a.docx',
      makeZip([{ name: 'word/document.xml', content: bomb(LIMITS.entryBytes + 1) }]),
      'too-large',
    ],
    [
      'too many entries',
      'a.docx',
      makeZip([
        { name: 'word/document.xml', content: '' },
        ...Array.from({ length: 6000 }, (_, i) => ({ name: `x${i}`, content: '' })),
      ]),
      'too-large',
    ],
    [
      'an old workbook inside',
      'a.docx',
      makeDocx([['x']], [{ name: 'word/embeddings/a.bin', content: 'x' }]),
      'partial',
    ],
    ['boxes in boxes', 'a.docx', nested(5), 'partial'],
  ])('%s', async (_what, name, bytes, status) => {
    expect((await scan(name, bytes)).status).toBe(status);
  });

  function nested(depth: number): Buffer {
    return depth === 0
      ? makeXlsx([['x']])
      : makeDocx([['x']], [{ name: 'word/embeddings/a.docx', content: nested(depth - 1) }]);
  }

  test('entries that swell together', async () => {
    const sheets = [1, 2, 3, 4].map((no) => ({
      name: `xl/worksheets/s${no}.xml`,
      content: bomb(50_000_000),
    }));
    const bytes = makeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }, ...sheets]);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect((await scan('a.xlsx', bytes)).status).toBe('too-large');
  });

  test('one long text shared by a million cells', async () => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(20_000);
    const bytes = makeZip([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/sharedStrings.xml', content: `<sst><si><t>${'长'.repeat(32_000)}</t></si></sst>` },
      { name: 'xl/worksheets/sheet1.xml', content: `<row r="1">${cells}</row>` },
    ]);
    expect((await scan('a.xlsx', bytes)).status).toBe('too-large');
  });

  test('what was found before the limit is told all the same', async () => {
    const bytes = makeDocx([[ID]], [{ name: 'word/footer1.xml', content: bomb(LIMITS.entryBytes + 1) }]);
    expect(await scan('a.docx', bytes)).toMatchObject({
      status: 'too-large',
      finds: [{ kind: 'identity-number' }],
    });
  });
});
