/** @jest-environment ./tests/integration/helpers/environment.cjs */
import sharp from 'sharp';
import { nativeModule } from './helpers/native';

// pdf.js is an ES module, so the compiled product is what is tested
const { redactPdf, pdfPage } = nativeModule<
  typeof import('../../src/plugins/requests/server/files/redact/pdf')
>('plugins/requests/server/files/redact/pdf');

const SECRET = 'ACME-4711-SECRET';

type Extra = { page?: string; info?: string; more?: string[]; resources?: string };

/** A page of 400 by 200 points with what is drawn on it; further objects begin with number 6. */
function pdfOf(content: string, { page = '', info = '', more = [], resources = '' }: Extra = {}): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${resources}>>${page}>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...more,
  ];
  let text = '%PDF-1.6\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R/Info<<${info}>>>>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}
const line = (text: string, y = 120) => `BT /F 20 Tf 20 ${y} Td (${text}) Tj ET `;

async function redacted(file: Buffer, text = SECRET): Promise<Buffer> {
  const result = await redactPdf(file, [{ text }], []);
  if (!('bytes' in result)) throw new Error(JSON.stringify(result));
  return Buffer.from(result.bytes);
}

/** The brightness of a rectangle of a page, in points from its upper left corner: its darkest and its brightest dot. */
async function lookAt(file: Buffer, left: number, top: number, width: number, height: number) {
  const jpeg = (await pdfPage(file, 1))?.jpeg as Buffer;
  const scale = 80 / 72;
  const data = await sharp(jpeg)
    .extract({
      ...{ left: Math.round(left * scale), top: Math.round(top * scale) },
      ...{ width: Math.round(width * scale), height: Math.round(height * scale) },
    })
    .greyscale()
    .raw()
    .toBuffer();
  return { dark: Math.min(...data), bright: Math.max(...data) };
}

const everywhere = (text: string) => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf16le').swap16(),
  Buffer.from(Buffer.from(text).toString('hex')),
];

test.each<[string, Buffer]>([
  ['a line of text', pdfOf(line(SECRET))],
  [
    'text that is cut into pieces',
    pdfOf('BT /F 20 Tf 20 120 Td (ACME-) Tj (47) Tj [(11-S) -50 (EC) 20 (RET)] TJ ET '),
  ],
  [
    'text whose letters stand one by one',
    pdfOf([...SECRET].map((one, i) => `BT /F 20 Tf ${20 + i * 15} 120 Td (${one}) Tj ET `).join('')),
  ],
  ['text that nobody sees', pdfOf(`BT /F 20 Tf 3 Tr 20 120 Td (${SECRET}) Tj ET `)],
  ['white text', pdfOf(`1 g ${line(SECRET)}`)],
  ['properties', pdfOf(line(SECRET), { info: `/Title(${SECRET})/Author(${SECRET})` })],
  [
    'a note, and a field of a form',
    pdfOf(line(SECRET), {
      page: '/Annots[6 0 R 7 0 R]',
      more: [
        `<</Type/Annot/Subtype/FreeText/Rect[20 20 300 60]/Contents(${SECRET})/DA(/F 12 Tf 0 g)>>`,
        `<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(${SECRET})/Rect[20 60 300 90]>>`,
      ],
    }),
  ],
  [
    'a second text behind the end of the file',
    Buffer.concat([pdfOf(line(SECRET)), Buffer.from(`\n% ${SECRET}\n%%EOF`)]),
  ],
])('%s: nothing of it is in the copy', async (_what, file) => {
  const copy = await redacted(file);
  for (const form of everywhere(SECRET)) expect(copy.includes(form)).toBe(false);
  expect((await pdfPage(copy, 1))?.text.trim()).toBe('');
  expect(copy.toString('latin1')).not.toMatch(/\/(?:Info|Annots|Font|Metadata|EmbeddedFile|AcroForm)\b/);
});

test('what is removed is black, and the line below it can still be read', async () => {
  const file = pdfOf(line(`No ${SECRET} end`) + line('This may be public', 60));
  expect((await lookAt(file, 55, 64, 190, 18)).bright).toBeGreaterThan(200);
  const copy = await redacted(file);
  expect((await lookAt(copy, 55, 64, 190, 18)).bright).toBeLessThan(40);
  const below = await lookAt(copy, 20, 124, 160, 20);
  expect([below.dark < 90, below.bright > 200]).toEqual([true, true]);
});

test('on a turned page the box stands where the text stands', async () => {
  const file = pdfOf(line(SECRET), { page: '/Rotate 90' });
  const copy = await redacted(file);
  // turned to the right: the line runs down, 120 points from the left
  expect((await lookAt(copy, 122, 25, 12, 150)).bright).toBeLessThan(40);
  expect((await lookAt(copy, 20, 25, 60, 150)).dark).toBeGreaterThan(200);
});

test('letters of fonts that the file does not contain are drawn', async () => {
  const hex = Buffer.from('公开的内容', 'utf16le').swap16().toString('hex');
  const file = pdfOf(`BT /G 20 Tf 20 120 Td <${hex}> Tj ET `, {
    resources: '',
    more: [
      '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 8 0 R>>',
      '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>',
    ],
  });
  const named = Buffer.from(
    file.toString('latin1').replace('/Font<</F 5 0 R>>', '/Font<</G 6 0 R>>'),
    'latin1',
  );
  expect((await lookAt(named, 20, 62, 100, 22)).dark).toBeLessThan(90);
  const copy = await redacted(named, '内容');
  expect((await lookAt(copy, 82, 62, 36, 20)).bright).toBeLessThan(40);
  expect((await lookAt(copy, 20, 62, 50, 22)).bright).toBeGreaterThan(200);
});

test('a file with a password or that is none gives no copy', async () => {
  await expect(redactPdf(Buffer.from('%PDF-1.4 nonsense'), [{ text: SECRET }], [])).rejects.toThrow();
});

test('a text that is not there is said', async () => {
  expect(await redactPdf(pdfOf(line('public')), [{ text: SECRET }], [])).toEqual({
    refused: 'missing',
    texts: [SECRET],
  });
  const regions = [{ page: 2, x: 0, y: 0, width: 1, height: 1 }];
  expect(await redactPdf(pdfOf(line('public')), [], regions)).toMatchObject({ refused: 'missing' });
});
