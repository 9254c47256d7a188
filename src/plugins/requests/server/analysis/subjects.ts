import type { Core } from '@strapi/strapi';
import { tracesOf } from '../store/keys';

/**
 * Words by which requests are grouped into subjects. A request is found by keyed
 * hashes of the pairs of characters of what it asks for: nothing is opened, and a request may have several subjects.
 */
export const SUBJECTS: readonly string[] = [
  ...['预算', '决算', '征收', '拆迁', '补偿', '规划', '用地', '房屋', '住房', '物业', '建设', '许可', '处罚'],
  ...['执法', '环评', '污染', '教育', '学校', '医疗', '社保', '养老', '低保', '就业', '采购', '招标', '合同'],
  ...['人事', '会议纪要', '信访', '统计'],
];

/** The keyed pairs that a request about a word has; a single character has none. */
export const pairsOf = (strapi: Core.Strapi, word: string): string[] => tracesOf(strapi, word);
