import { DisclosureError } from '../errors';

/** A problem of one cell: the row as the person counts it, and the header of its column ('' for the whole row). */
export type RowIssue = { row: number; column: string; message: string; personal: boolean };

/** Problems that stand in the sentence; the others are in the details. */
const IN_SENTENCE = 3;

/** The refusal of a list: every problem with its row and column, those with numbers of persons first. */
export function refuseRows(issues: readonly RowIssue[], total: number): DisclosureError {
  const sorted = [...issues].sort((a, b) => Number(b.personal) - Number(a.personal));
  const isPersonal = sorted[0]?.personal === true;
  const told = sorted.slice(0, IN_SENTENCE).map(describe).join(';');
  const rest = total > IN_SENTENCE ? `;共${total}处` : '';
  return new DisclosureError(
    isPersonal ? 'PERSONAL_DATA_FOUND' : 'INVALID_INPUT',
    `名单没有上传，请改正后重新上传：${told}${rest}`,
    {
      issues: sorted.map(({ row, column, message, personal }) => ({
        row,
        column,
        message,
        code: personal ? 'PERSONAL_DATA_FOUND' : 'INVALID_INPUT',
      })),
      total,
    },
  );
}

const describe = ({ row, column, message }: RowIssue): string =>
  `第${row}行${column ? `“${column}”列` : ''}：${message}`;
