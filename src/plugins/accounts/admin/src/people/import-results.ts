import { csvLine } from '../../../../disclosure/server/tabular/csv-writer';
import type { ImportedPerson } from '../../../server/contract';

/** Excel takes a CSV for UTF-8 only where this stands in front. */
const BOM = '\ufeff';

export const OUTCOME_NAMES: Record<ImportedPerson['outcome'], string> = {
  ready: '可以新建',
  created: '已新建',
  exists: '已有账号，未改动',
  failed: '未新建',
};

/** The empty list that somebody fills in. */
export const template = (): string =>
  BOM +
  csvLine(['姓名', '登录邮箱', '部门', '职责']) +
  csvLine(['张三', 'zhangsan@example.gov.cn', '区财政局', '采集、审核、发布']);

/** What became of each row, with the initial passwords: made in the browser, kept on no server. */
export const resultsCsv = (rows: readonly ImportedPerson[]): string =>
  BOM +
  csvLine(['行', '姓名', '登录邮箱', '部门', '职责', '结果', '说明', '初始密码']) +
  rows
    .map((row) =>
      csvLine([
        row.line,
        row.name,
        row.email,
        row.department,
        row.duties,
        OUTCOME_NAMES[row.outcome],
        row.message ?? '',
        row.initialPassword ?? '',
      ]),
    )
    .join('');
