import { ROW_STATUS_NAMES } from '../catalogue/row-status';
import type { ReferenceType } from './reference-type';

/** 目录事项: a row of a standard catalogue (rules 4.6). */
export const catalogueItem: ReferenceType = {
  singular: 'catalogue-item',
  plural: 'catalogue-items',
  name: '目录事项',
  fields: {
    code: { label: '代码', type: 'string', unique: true, required: true },
    domain: { label: '领域', type: 'string', required: true },
    seq: { label: '序号', type: 'integer' },
    level1: { label: '一级事项', type: 'string' },
    level2: { label: '二级事项', type: 'string' },
    contentElements: { label: '公开内容（要素）', type: 'json' },
    legalBasis: { label: '公开依据', type: 'json' },
    timeLimit: { label: '公开时限', type: 'text' },
    timeLimitRules: { label: '时限规则', type: 'json' },
    publisher: { label: '公开主体', type: 'text' },
    channels: { label: '公开渠道和载体', type: 'json' },
    audience: { label: '公开对象', type: 'json' },
    method: { label: '公开方式', type: 'json' },
    level: { label: '公开层级', type: 'json' },
    provenance: {
      label: '出处',
      type: 'choice',
      choices: [
        { value: 'published', label: '已核实' },
        { value: 'recalled', label: '待核实' },
        { value: 'derived', label: '待核实（地方增加）' },
      ],
      hint: '对照公开文本后，在“标准目录”页面办理“核实”',
    },
    note: { label: '说明', type: 'text' },
    // kept by the engine: the office merges, splits and retires rows on the page 标准目录
    rowStatus: {
      label: '目录状态',
      type: 'choice',
      choices: Object.entries(ROW_STATUS_NAMES).map(([value, name]) => ({ value, label: name })),
      default: 'in-force',
      managed: true,
    },
    predecessors: { label: '由哪些事项而来', type: 'json', managed: true },
    successors: { label: '由哪些事项承接', type: 'json', managed: true },
    since: { label: '启用日期', type: 'date', managed: true },
    until: { label: '停用日期', type: 'date', managed: true },
  },
  indexes: [['domain', 'seq'], ['code']],
};
