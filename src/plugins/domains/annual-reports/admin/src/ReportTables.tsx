import { Box } from '@strapi/design-system';
import type { Failure } from '../../shared/contract';
import { cellLabel } from '../../shared/labels';
import type { Numbers } from '../../shared/numbers';
import {
  type CellName,
  disputesTable,
  documentsTable,
  type PrintedCell,
  type PrintedTable,
  requestsTable,
} from '../../shared/printed-tables';
import { NumberButton } from './ReportPage';

type Asked = CellName & { label: string };
type Props = { numbers: Numbers; failures: readonly Failure[]; onAsk: (asked: Asked) => void };

const BORDER = '1px solid #c0c0cf';

/** The three tables as they are printed; each number opens what it counts, those that do not come out are marked. */
export const ReportTables = ({ numbers, ...more }: Props) => (
  <>
    {[documentsTable(numbers), requestsTable(numbers), disputesTable(numbers)].map((table) => (
      <PanelTable key={table.caption} table={table} {...more} />
    ))}
  </>
);

function PanelTable({
  table: { caption, rows },
  failures,
  onAsk,
}: Omit<Props, 'numbers'> & { table: PrintedTable }) {
  const isWrong = ({ table, line, column }: CellName) =>
    failures.some((one) => one.table === table && one.line === line && one.column === column);
  return (
    <Box style={{ overflowX: 'auto' }}>
      <table style={{ borderCollapse: 'collapse', width: '100%', fontSize: '1.4rem', lineHeight: 1.5 }}>
        <caption style={{ textAlign: 'left', fontWeight: 600, padding: '0.8rem 0' }}>{caption}</caption>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, index) => (
                <Printed
                  key={index}
                  cell={cell}
                  isWrong={cell.cell ? isWrong(cell.cell) : false}
                  onAsk={onAsk}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

type CellProps = { cell: PrintedCell; isWrong: boolean; onAsk: (asked: Asked) => void };

function Printed({ cell: { text, head, columns, rows, cell }, isWrong, onAsk }: CellProps) {
  const label = cell ? cellLabel(cell.table, cell.line, cell.column) : '';
  const spans = { colSpan: columns, rowSpan: rows };
  const style = {
    border: BORDER,
    padding: '0.4rem 0.8rem',
    textAlign: head === 'row' ? 'left' : 'center',
    verticalAlign: 'middle',
  } as const;
  if (head) {
    return (
      <Box
        tag="th"
        scope={head}
        {...spans}
        background="neutral100"
        style={{ ...style, fontWeight: head === 'col' ? 600 : 400 }}
      >
        {text}
      </Box>
    );
  }
  return (
    <Box
      tag="td"
      {...spans}
      style={style}
      {...(isWrong ? { background: 'danger100', color: 'danger700' } : {})}
    >
      {cell ? (
        <NumberButton label={label} text={text || '未填'} onClick={() => onAsk({ ...cell, label })} />
      ) : (
        text
      )}
    </Box>
  );
}
