import { Budget } from '../../privacy/files/read/budget';
import { readZip } from '../../privacy/files/read/zip';
import { readBody } from '../document/read-body';
import { renderDocx } from './render-docx';

/** The paragraphs of a document as Word reads them. */
async function wordsFor(
  title: string,
  body: string,
): Promise<{ xml: string; paragraph: (text: string) => string }> {
  const document = { title, docNo: null, head: [], fields: [], notes: [], blocks: readBody(body) };
  let xml = '';
  const isText = (name: string) => name === 'word/document.xml';
  for await (const { content } of readZip(Buffer.from(await renderDocx(document)), new Budget(), isText))
    xml += content.toString();
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(String);
  return { xml, paragraph: (text) => paragraphs.find((one) => one.includes(text)) ?? '' };
}

test('headings, captions and heads of tables stay with what follows them, and rows are not broken', async () => {
  const { xml, paragraph } = await wordsFor(
    '通知',
    '<h2>一、目标</h2><table><caption>各区情况</caption><tr><th>数量</th></tr><tr><td>西城区</td></tr></table><p>完。</p>',
  );
  for (const text of ['一、目标', '各区情况', '数量'])
    expect([text, paragraph(text)]).toEqual([text, expect.stringContaining('<w:keepNext/>')]);
  for (const text of ['西城区', '完。'])
    expect([text, paragraph(text)]).toEqual([text, expect.not.stringContaining('<w:keepNext/>')]);
  expect(xml.split('<w:cantSplit/>')).toHaveLength(1 + 2);
});

test('a title is broken between words, into even lines', async () => {
  const { paragraph } = await wordsFor('青云谱区财政局2025年政府信息公开工作年度报告', '');
  expect(
    paragraph('财政局2025年')
      .replace(/<w:br\/>/g, '|')
      .replace(/<[^>]+>/g, ''),
  ).toBe('青云谱区财政局2025年|政府信息公开工作年度报告');
});
