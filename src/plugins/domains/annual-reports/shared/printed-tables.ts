import { DISPUTES } from '../../../requests/server/annual-report/checks';
import { DISPUTE_COLUMNS } from '../../../requests/server/annual-report/dispute-table';
import { COLUMNS } from '../../../requests/server/annual-report/request-table';
import { FIGURES } from './figures';
import { columnLabel, OUTCOME_ROWS, resultLabel } from './labels';
import { DOCUMENT_COLUMNS, DOCUMENT_LINES, type Numbers } from './numbers';

/** What a number is: asked for by the page that explains it. */
export type CellName = {
  table: 'documents' | 'figures' | 'requests' | 'disputes';
  line: string;
  column: string;
};

/** A cell of a printed table. */
export type PrintedCell = {
  /** of a number */
  cell?: CellName;
  text: string;
  head?: 'col' | 'row';
  columns?: number;
  rows?: number;
};
export type PrintedTable = { caption: string; rows: PrintedCell[][] };

const head = (text: string, more: Partial<PrintedCell> = {}): PrintedCell => ({ text, head: 'col', ...more });
const side = (text: string, more: Partial<PrintedCell> = {}): PrintedCell => ({ text, head: 'row', ...more });
const value = (
  number: number | null | undefined,
  [table, line, column]: readonly [CellName['table'], string, string],
  more: Partial<PrintedCell> = {},
): PrintedCell => ({
  text: number === null || number === undefined ? '' : String(number),
  cell: { table, line, column },
  ...more,
});

/** 二、主动公开政府信息情况, as the format of 国办公开办函〔2021〕30号 lays it out. */
export function documentsTable({ documents, figures }: Numbers): PrintedTable {
  const band = (text: string) => [head(text, { columns: 4 })];
  const figure = ({ code, label }: (typeof FIGURES)[number]) => [
    side(label),
    value(figures[code], ['figures', code, ''], { columns: 3 }),
  ];
  const items = [...new Set(FIGURES.map(({ item }) => item))];
  return {
    caption: '主动公开政府信息情况',
    rows: [
      band('第二十条第（一）项'),
      [head('信息内容'), ...DOCUMENT_COLUMNS.map(({ label }) => head(label))],
      ...DOCUMENT_LINES.map(({ code, label }) => [
        side(label),
        ...DOCUMENT_COLUMNS.map((column) =>
          value(documents[code][column.code], ['documents', code, column.code]),
        ),
      ]),
      ...items.flatMap((item) => {
        const own = FIGURES.filter((one) => one.item === item);
        return [
          band(item),
          [head('信息内容'), head(own[0]?.column ?? '', { columns: 3 })],
          ...own.map(figure),
        ];
      }),
    ],
  };
}

/** 三、收到和处理政府信息公开申请情况. */
export function requestsTable({ requests }: Numbers): PrintedTable {
  const numbers = (code: string) =>
    COLUMNS.map((column) => value(requests[code]?.[column] ?? 0, ['requests', code, column]));
  const outcomes = OUTCOME_ROWS.flatMap(({ group, leaves }) =>
    leaves.map(({ code, label }, index) => [
      ...(index > 0 ? [] : [side(group, label ? { rows: leaves.length } : { columns: 2 })]),
      ...(label ? [side(label)] : []),
      ...numbers(code),
    ]),
  );
  const lines = [...outcomes, [side('（七）总计', { columns: 2 }), ...numbers('totalProcessed')]];
  return {
    caption: '收到和处理政府信息公开申请情况',
    rows: [
      [
        head('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', { columns: 3, rows: 3 }),
        head('申请人情况', { columns: 7 }),
      ],
      [
        head(columnLabel('person'), { rows: 2 }),
        head('法人或其他组织', { columns: 5 }),
        head(columnLabel('total'), { rows: 2 }),
      ],
      COLUMNS.slice(1, -1).map((column) => head(columnLabel(column))),
      [side('一、本年新收政府信息公开申请数量', { columns: 3 }), ...numbers('newReceived')],
      [side('二、上年结转政府信息公开申请数量', { columns: 3 }), ...numbers('carriedOver')],
      ...lines.map((line, index) => [
        ...(index > 0 ? [] : [side('三、本年度办理结果', { rows: lines.length })]),
        ...line,
      ]),
      [side('四、结转下年度继续办理', { columns: 3 }), ...numbers('carriedForward')],
    ],
  };
}

/** 四、政府信息公开行政复议、行政诉讼情况. */
export function disputesTable({ disputes }: Numbers): PrintedTable {
  const results = DISPUTE_COLUMNS.map(resultLabel);
  return {
    caption: '政府信息公开行政复议、行政诉讼情况',
    rows: [
      [head('行政复议', { columns: 5 }), head('行政诉讼', { columns: 10 })],
      [
        ...results.map((label) => head(label, { rows: 2 })),
        head('未经复议直接起诉', { columns: 5 }),
        head('复议后起诉', { columns: 5 }),
      ],
      [...results, ...results].map((label) => head(label)),
      DISPUTES.flatMap((line) =>
        DISPUTE_COLUMNS.map((column) => value(disputes[line]?.[column] ?? 0, ['disputes', line, column])),
      ),
    ],
  };
}
