import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { Numbers } from '../shared/numbers';
import { disputesTable, documentsTable, requestsTable } from '../shared/printed-tables';
import { TEXTS, type Texts } from '../shared/sections';
import { tableHtml } from './table-html';

type Report = { name: string; year: number; texts: Texts; numbers: Numbers };

const REGULATION = '《中华人民共和国政府信息公开条例》';

const paragraphs = (text: string | undefined): string =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');

const title = (text: string): string => `<h2>${text}</h2>`;

/** The six sections of a report as one text, which page, DOCX and PDF are made of. */
export function bodyOf({ name, year, texts, numbers }: Report): string {
  const overview = TEXTS.filter(({ part }) => part === 1).map(
    ({ code, label }) => `<h3>${label}</h3>${paragraphs(texts[code])}`,
  );
  return [
    `<p>根据${REGULATION}第五十条的规定，编制本报告。报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。数据统计期限为${year}年1月1日至12月31日。编制单位：${escapeHtml(name)}。</p>`,
    title('一、总体情况'),
    ...overview,
    title('二、主动公开政府信息情况'),
    tableHtml(documentsTable(numbers)),
    title('三、收到和处理政府信息公开申请情况'),
    tableHtml(requestsTable(numbers)),
    title('四、政府信息公开行政复议、行政诉讼情况'),
    tableHtml(disputesTable(numbers)),
    title('五、存在的主要问题及改进情况'),
    paragraphs(texts.problems),
    title('六、其他需要报告的事项'),
    `<p>${feeSentence(numbers.feeYuan, year)}</p>`,
    paragraphs(texts.other),
  ].join('\n');
}

/** 信息处理费 is told in the sixth section. */
export const feeSentence = (yuan: number, year: number): string =>
  yuan > 0
    ? `${year}年，本机关依据《政府信息公开信息处理费管理办法》收取信息处理费${yuan}元。`
    : `${year}年，本机关没有收取信息处理费。`;
