import { z } from 'zod';
import { SERIES, type Series } from './kinds';

const PARTS = ['机关代字', '文种', '年', '序号'] as const;

/** How a 发文字号 is written; all its parts, or two notices would have the same. */
export const numberPatternSchema = z
  .string()
  .trim()
  .max(100)
  .refine(
    (pattern) => PARTS.every((part) => pattern.includes(`{{${part}}}`)),
    `文号格式须有${PARTS.map((part) => `{{${part}}}`).join('、')}`,
  )
  .default('{{机关代字}}依申请{{文种}}〔{{年}}〕{{序号}}号');

type Numbered = { word: string; series: Series; year: number; ordinal: number };

/** 发文字号, e.g. 某住建依申请答〔2026〕12号. Pure. */
export function numberOf(pattern: string, { word, series, year, ordinal }: Numbered): string {
  const values: Record<string, string> = {
    机关代字: word,
    文种: SERIES[series],
    年: String(year),
    序号: String(ordinal),
  };
  return pattern.replace(/\{\{(.+?)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
