import { isIsoDate } from './dates';

export { isValidOrgCode, isValidUscc } from './organ-codes';

type Part =
  | { kind: 'literal'; text: string }
  | { kind: 'orgCode' | 'YYYY' | 'YYYYMM' }
  | { kind: 'seq'; width: number };

/** A pattern of 索引号, read and checked. */
export type IndexNumberPattern = { source: string; parts: Part[]; scope: 'year' | 'month' };

export type IndexNumberInput = {
  /** 组织机构代码 or 统一社会信用代码 of the organ, or the code that stands for it. */
  orgCode: string;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  publishedOn: string;
  /** Place in the sequence, from 1. */
  seq: number;
};

export const DEFAULT_INDEX_NUMBER_PATTERN = '{orgCode}/{YYYY}-{seq5}';

const TOKENS = '{orgCode}、{YYYY}、{YYYYMM}、{seq1} 至 {seq9}';

/**
 * Reads a pattern such as `{orgCode}/{YYYY}-{seq5}`. It must name the organ, the year (or month) and one sequence,
 * because without any of them two publications could get the same number.
 * Throws Error with a Chinese message that says what is wrong.
 */
export function parseIndexNumberPattern(pattern: string): IndexNumberPattern {
  const parts: Part[] = [];
  for (const piece of pattern.split(/(\{[^{}]*\})/)) {
    if (piece !== '') parts.push(toPart(piece, pattern));
  }
  const count = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).length;
  if (count('orgCode') !== 1) throw invalid(pattern, '必须包含一个 {orgCode}（机构代码）');
  if (count('seq') !== 1) throw invalid(pattern, '必须包含一个流水号，如 {seq5}');
  if (count('YYYY') + count('YYYYMM') === 0)
    throw invalid(pattern, '必须包含 {YYYY}（年）或 {YYYYMM}（年月）');
  return { source: pattern, parts, scope: count('YYYYMM') > 0 ? 'month' : 'year' };
}

/**
 * The 索引号 by the pattern, e.g. `014416330/2018-04736`. A sequence that outgrows {seqN} simply gets longer.
 * Throws Error in Chinese for an invalid pattern, organ code, date or sequence.
 */
export function formatIndexNumber(pattern: string, { orgCode, publishedOn, seq }: IndexNumberInput): string {
  const { parts } = parseIndexNumberPattern(pattern);
  checkOrgan(orgCode);
  const { year, month } = yearAndMonth(publishedOn);
  if (!Number.isSafeInteger(seq) || seq < 1) throw new Error('索引号的流水号必须是从 1 开始的整数。');
  return parts
    .map((part) => {
      if (part.kind === 'literal') return part.text;
      if (part.kind === 'orgCode') return orgCode;
      if (part.kind === 'seq') return String(seq).padStart(part.width, '0');
      return part.kind === 'YYYY' ? year : year + month;
    })
    .join('');
}

/** The key within which the sequence counts: organ and year, or organ and month where the pattern has {YYYYMM}. */
export function sequenceScope(
  pattern: string,
  { orgCode, publishedOn }: Omit<IndexNumberInput, 'seq'>,
): string {
  const { scope } = parseIndexNumberPattern(pattern);
  checkOrgan(orgCode);
  const { year, month } = yearAndMonth(publishedOn);
  return `${orgCode}:${scope === 'month' ? year + month : year}`;
}

function toPart(piece: string, pattern: string): Part {
  if (piece === '{orgCode}') return { kind: 'orgCode' };
  if (piece === '{YYYY}') return { kind: 'YYYY' };
  if (piece === '{YYYYMM}') return { kind: 'YYYYMM' };
  const seq = /^\{seq([1-9])\}$/.exec(piece);
  if (seq) return { kind: 'seq', width: Number(seq[1]) };
  if (piece.startsWith('{') && piece.endsWith('}'))
    throw invalid(pattern, `不认识 ${piece}，可用的有 ${TOKENS}`);
  if (/[{}]/.test(piece)) throw invalid(pattern, '花括号没有成对');
  if (/\s/.test(piece)) throw invalid(pattern, '不能含有空格或换行');
  return { kind: 'literal', text: piece };
}

function invalid(pattern: string, reason: string): Error {
  return new Error(`索引号规则“${pattern}”无效：${reason}。`);
}

function checkOrgan(orgCode: string): void {
  if (!/^[^\s{}]+$/.test(orgCode))
    throw new Error('机构代码不能为空，也不能含有空格，请先在部门资料中填写。');
}

function yearAndMonth(publishedOn: string): { year: string; month: string } {
  if (!isIsoDate(publishedOn)) throw new Error(`公开日期“${publishedOn}”不是有效的日期。`);
  return { year: publishedOn.slice(0, 4), month: publishedOn.slice(5, 7) };
}
