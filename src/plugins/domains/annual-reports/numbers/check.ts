import { checkDisputeNumbers, checkRequestNumbers } from '../../../requests/server/annual-report/checks';
import { COLUMNS, type RequestNumbers } from '../../../requests/server/annual-report/request-table';
import type { Failure } from '../shared/contract';
import { FIGURES } from '../shared/figures';
import type { Numbers } from '../shared/numbers';
import { TEXTS, type Texts } from '../shared/sections';

const failure = (table: Failure['table'], line: string, column: string, message: string): Failure => ({
  ...{ table, line, column, message },
});

/**
 * What stands in the way of handing a report in: official sums that do not come out, a carry-over that is not the one of
 * the year before, figures and parts that nobody has entered. Pure.
 */
export function failuresOf(numbers: Numbers | null, texts: Texts): Failure[] {
  if (!numbers) return [failure('requests', '', '', '还没有计数，请保存一次')];
  return [
    ...checkFigures(numbers),
    ...checkRequests(numbers),
    ...checkDisputeNumbers(numbers.disputes).map(({ line, column, message }) =>
      failure('disputes', line, column, `表四：${message}`),
    ),
    ...TEXTS.filter(({ code, required }) => required && !texts[code]?.trim()).map(({ code, label }) =>
      failure('texts', code, '', `请填写“${label}”`),
    ),
  ];
}

const checkFigures = ({ figures }: Numbers): Failure[] =>
  FIGURES.flatMap(({ code, label, column }) => {
    const value = figures[code];
    if (value === null || value === undefined)
      return [failure('figures', code, '', `请填写“${label}”的${column}，没有的填0`)];
    return value >= 0 ? [] : [failure('figures', code, '', `“${label}”不能是负数`)];
  });

function checkRequests({ requests, before }: Numbers): Failure[] {
  const asked =
    before.from === 'none'
      ? [
          failure(
            'requests',
            'carriedOver',
            'total',
            '系统内没有上一年度的报告，请填写上一年度报告的“结转下年度继续办理”，没有的填0',
          ),
        ]
      : [];
  const carriedForward = Object.fromEntries(
    COLUMNS.map((column) => [column, before.carriedForward[column] ?? 0]),
  );
  const lastYear = before.from === 'none' ? null : ({ carriedForward } as unknown as RequestNumbers);
  return [
    ...asked,
    ...checkRequestNumbers(requests, lastYear).map(({ line, column, message }) =>
      failure('requests', line, column, `表三：${message}`),
    ),
  ];
}
