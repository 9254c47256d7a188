import mammoth from 'mammoth';
import { makeZip } from '../../../../../../tests/support/office-files';
import { Budget } from '../../../../disclosure/server/privacy/files/read/budget';
import { readZip } from '../../../../disclosure/server/privacy/files/read/zip';
import { docxText, redactDocx } from './docx';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const root = (name: string, content: string) =>
  `<w:${name} xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v" xmlns:wp="urn:wp" xmlns:wps="urn:wps" xmlns:m="urn:m">${content}</w:${name}>`;
const p = (...runs: string[]) => `<w:p>${runs.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('')}</w:p>`;
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`;

const SECRET = '江州市某某科技有限公司';
const PHONE = '13800138000';

type Extra = { body?: string; parts?: Record<string, string>; relations?: string };
const docx = ({ body = '', parts = {}, relations = '' }: Extra) =>
  makeZip(
    Object.entries({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': root('document', `<w:body>${body}<w:sectPr/></w:body>`),
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
      ...parts,
    }).map(([name, content]) => ({ name, content })),
  );

/** Everything that is in the copy, as it is stored and as it is read. */
async function everythingIn(bytes: Uint8Array): Promise<string> {
  const texts: string[] = [];
  for await (const { name, content } of readZip(Buffer.from(bytes), new Budget(), () => true)) {
    const xml = content.toString('utf8');
    texts.push(name, xml, xml.replace(/<[^>]*>/g, ''));
  }
  return [...texts, (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value].join('\n');
}

async function redacted(file: Buffer, ...texts: string[]): Promise<string> {
  const result = await redactDocx(
    file,
    texts.map((text) => ({ text })),
  );
  if (!('bytes' in result)) throw new Error(JSON.stringify(result));
  return everythingIn(result.bytes);
}

const visible = p(`第三方${SECRET}认为不宜公开`);

test('the rest stays, and each removed text leaves a mark of the same length', async () => {
  const text = await redacted(docx({ body: visible + p('其余内容可以公开') }), SECRET);
  expect(text).not.toContain(SECRET);
  expect(text).toContain('第三方■■■认为不宜公开');
  expect(text).toContain('其余内容可以公开');
});

test.each<[string, Extra]>([
  ['text that is cut into runs', { body: p('江州', '市某', '某科', '技有限公司') }],
  [
    'text with breaks and tabs inside',
    { body: '<w:p><w:r><w:t>江州市某某</w:t><w:tab/><w:br/><w:t>科技有限公司</w:t></w:r></w:p>' },
  ],
  ['text over two paragraphs', { body: p('江州市某某科') + p('技有限公司') }],
  ['full-width letters and zero-width characters', { body: p('江州市\u200b某某 科技有\u00ad限公司') }],
  [
    'an insertion that was tracked',
    { body: `<w:p><w:ins w:author="张三"><w:r><w:t>${SECRET}</w:t></w:r></w:ins></w:p>` },
  ],
  [
    'a link',
    { body: `<w:p><w:hyperlink w:tooltip="${SECRET}"><w:r><w:t>${SECRET}</w:t></w:r></w:hyperlink></w:p>` },
  ],
  [
    'a content control',
    {
      body: `<w:sdt><w:sdtPr><w:alias w:val="${SECRET}"/></w:sdtPr><w:sdtContent>${p(SECRET)}</w:sdtContent></w:sdt>`,
    },
  ],
  [
    'a text box, twice as Word writes it',
    {
      body: `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr descr="${SECRET}" name="框"/><wps:txbx><w:txbxContent>${p('江州市某某', '科技有限公司')}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape alt="${SECRET}"><v:textbox><w:txbxContent>${p(SECRET)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    },
  ],
  [
    'cells of a table',
    {
      body: `<w:tbl><w:tblPr><w:tblCaption w:val="${SECRET}"/></w:tblPr><w:tr><w:tc>${p(SECRET)}</w:tc></w:tr></w:tbl>`,
    },
  ],
  [
    'a header, a footer, notes of the foot',
    {
      body: `${visible}<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr></w:pPr><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      relations:
        relation('h', 'header', 'header1.xml') +
        relation('f', 'footer', '/word/footer1.xml') +
        relation('n', 'footnotes', 'footnotes.xml'),
      parts: {
        'word/header1.xml': root('hdr', p(`页眉${SECRET}`)),
        'word/footer1.xml': root('ftr', p(SECRET)),
        'word/footnotes.xml': root('footnotes', `<w:footnote w:id="2">${p(SECRET)}</w:footnote>`),
      },
    },
  ],
])('%s', async (_what, extra) => {
  const text = await redacted(docx(extra), SECRET);
  expect(text.replace(/\s/g, '')).not.toContain(SECRET);
  expect(text).not.toMatch(/某某科|限公司/);
  expect(text).toContain('■■■');
});

test.each<[string, Extra]>([
  [
    'a deletion that was tracked',
    { body: `<w:p><w:del w:author="张三"><w:r><w:delText>${SECRET}</w:delText></w:r></w:del></w:p>` },
  ],
  ['what was moved away', { body: `<w:p><w:moveFrom><w:r><w:t>${SECRET}</w:t></w:r></w:moveFrom></w:p>` }],
  ['hidden text', { body: `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${SECRET}</w:t></w:r></w:p>` }],
  [
    'text that a style hides',
    {
      body: `<w:p><w:r><w:rPr><w:rStyle w:val="x"/></w:rPr><w:t>${SECRET}</w:t></w:r></w:p>`,
      relations: relation('s', 'styles', 'styles.xml'),
      parts: {
        'word/styles.xml': root('styles', '<w:style w:styleId="x"><w:rPr><w:vanish/></w:rPr></w:style>'),
      },
    },
  ],
  [
    'codes of fields',
    {
      body: `<w:p><w:r><w:instrText>HYPERLINK "http://x/${SECRET}"</w:instrText></w:r><w:fldSimple w:instr="DOCPROPERTY ${SECRET}"><w:r><w:t>结果</w:t></w:r></w:fldSimple></w:p>`,
    },
  ],
  [
    'names of bookmarks and of people',
    {
      body: `<w:p w:rsidR="${SECRET}"><w:bookmarkStart w:name="${SECRET}"/><w:commentRangeStart w:id="1"/></w:p>`,
    },
  ],
  [
    'an older version of the layout',
    { body: `<w:p><w:pPr><w:pPrChange w:author="${SECRET}"><w:pPr/></w:pPrChange></w:pPr></w:p>` },
  ],
  [
    'a picture with words beside it',
    {
      body: `<w:p><w:r><w:drawing><wp:docPr descr="${SECRET}"/></w:drawing></w:r></w:p>`,
      parts: { 'word/media/image1.png': SECRET },
    },
  ],
  ['a formula', { body: `<w:p><m:oMath><m:r><m:t>${SECRET}</m:t></m:r></m:oMath></w:p>` }],
  [
    'notes of the margin, properties, objects, data, another document',
    {
      relations: relation('c', 'comments', 'comments.xml') + relation('o', 'oleObject', 'embeddings/a.bin'),
      parts: {
        'word/comments.xml': root('comments', `<w:comment w:author="${SECRET}">${p(SECRET)}</w:comment>`),
        'docProps/custom.xml': `<p>${SECRET}</p>`,
        'docProps/core.xml': `<p>${SECRET}</p>`,
        'docProps/app.xml': `<p>${SECRET}</p>`,
        'customXml/item1.xml': `<p>${SECRET}</p>`,
        'word/embeddings/a.bin': SECRET,
        'word/glossary/document.xml': root('document', p(SECRET)),
        'word/settings.xml': root('settings', `<w:docVars><w:docVar w:val="${SECRET}"/></w:docVars>`),
        'word/people.xml': `<p>${SECRET}</p>`,
      },
    },
  ],
])('%s is not taken along, whether it is asked for or not', async (_what, extra) => {
  const text = await redacted(docx({ ...extra, body: `${p(PHONE)}${extra.body ?? ''}` }), PHONE);
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain('张三');
});

test('a document with other prefixes is read as well', async () => {
  const file = makeZip([
    {
      name: 'word/document.xml',
      content: `<x:document xmlns:x="${W}"><x:body><x:p><x:r><x:t>${SECRET}</x:t></x:r></x:p></x:body></x:document>`,
    },
  ]);
  expect(await redacted(file, SECRET)).toContain('■■■');
});

test('only the chosen places are removed, in the order in which the text shows them', async () => {
  const file = docx({ body: p('甲公司，甲公司') + p('甲公司') });
  const result = await redactDocx(file, [{ text: '甲公司', only: [0, 2] }]);
  expect('bytes' in result && (await docxText(Buffer.from(result.bytes))).trim()).toBe('■■■，甲公司\n■■■');
});

test('what is not in the document is said, and no copy is made', async () => {
  expect(await redactDocx(docx({ body: visible }), [{ text: SECRET }, { text: '没有的' }])).toEqual({
    refused: 'missing',
    texts: ['没有的'],
  });
});

test('what the layout still says prevents the copy', async () => {
  const file = docx({
    body: visible,
    relations: relation('n', 'numbering', 'numbering.xml'),
    parts: { 'word/numbering.xml': root('numbering', `<w:lvl><w:lvlText w:val="${SECRET}"/></w:lvl>`) },
  });
  expect(await redactDocx(file, [{ text: SECRET }])).toEqual({ refused: 'left', texts: [SECRET] });
});

test('entities of a file’s own are refused', async () => {
  const file = makeZip([
    {
      name: 'word/document.xml',
      content: `<!DOCTYPE x [<!ENTITY s "${SECRET}">]><w:document xmlns:w="${W}"><w:body>${p('&s;')}</w:body></w:document>`,
    },
  ]);
  await expect(redactDocx(file, [{ text: SECRET }])).rejects.toThrow();
});
