import type { RegisteredType } from '../../../disclosure/server/domain/registry';
import { importFields } from './fields';
import type { Mapping } from './mapping';

/** What spreadsheets and old sites call the fields, beyond their labels here. */
const ALIASES: Record<string, readonly string[]> = {
  title: ['名称', '文件名称', '文件标题', '信息标题', '信息名称', '公文标题'],
  formedOn: ['成文时间', '发文日期', '发文时间', '印发日期', '生成日期', '形成日期', '日期'],
  docNo: ['发文字号', '文件编号', '公文文号', '文件号'],
  body: ['内容', '信息内容', '正文内容', '全文'],
  abstract: ['概述', '摘要', '内容摘要', '简介'],
  catalogueItem: ['公开事项', '事项编码', '事项名称', '目录编码', '事项', '公开目录'],
  kind: ['类型', '信息类别', '类别'],
  theme: ['主题', '主题类别'],
  genre: ['文种', '公文种类'],
  keywords: ['主题词', '标签'],
  decidedOn: ['决定时间', '作出日期', '许可决定日期', '处罚决定日期'],
  party: ['相对人', '行政相对人名称', '当事人', '单位名称'],
  owner: ['部门', '发布机构', '发文机关', '发布单位', '公开主体', '来源部门'],
};

/** Columns that identify a row; 序号 does not: it changes with every sorting. */
const ID_NAMES = ['信息编号', '来源编号', '唯一标识', '编号', '记录编号', 'id', '主键', '索引号'];

/** Width, blanks, brackets with remarks and marks of duty do not tell columns apart. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:]/g, '');

/** Proposes which column fills which field: by the field's label, its code, or what others call it. */
export function proposeMapping(type: RegisteredType, headers: readonly string[]): Mapping {
  const byName = new Map(headers.map((header) => [plain(header), header]));
  const columns: Record<string, string> = {};
  const taken = new Set<string>();
  for (const { name, label } of importFields(type)) {
    const names = [label, name, ...(ALIASES[name] ?? [])].map(plain);
    const header = names
      .map((candidate) => byName.get(candidate))
      .find((found) => found && !taken.has(found));
    if (!header) continue;
    columns[name] = header;
    taken.add(header);
  }
  const id = ID_NAMES.map((name) => byName.get(name)).find((header) => header && !taken.has(header));
  return { columns, constants: {}, ...(id ? { id } : {}) };
}
