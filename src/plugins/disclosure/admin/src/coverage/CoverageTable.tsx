import { Badge, Box, Flex, TextButton, Typography } from '@strapi/design-system';
import type { DeskCoverageRow } from '../../../server/desk/contract';
import { type Column, DataTable } from '../shell/DataTable';
import { FIGURES, type Figure } from './order';

const COLUMNS: readonly Figure[] = ['due', 'inTime', 'late', 'missing'];
const COLOURS: Record<string, string> = { late: 'warning700', missing: 'danger600' };
type Props = { rows: readonly DeskCoverageRow[]; onOpen: (row: DeskCoverageRow, figure: Figure) => void };

/** A row and department a line; each figure opens what it stands for. */
export function CoverageTable({ rows, onOpen }: Props) {
  const columns: Column<DeskCoverageRow>[] = [
    { head: '事项', cell: (row) => <Title row={row} /> },
    { head: '责任部门', cell: ({ departmentName }) => departmentName },
    ...COLUMNS.map((figure) => ({
      head: FIGURES[figure],
      cell: (row: DeskCoverageRow) => <Count row={row} figure={figure} onOpen={() => onOpen(row, figure)} />,
    })),
    { head: '', cell: (row) => <TextButton onClick={() => onOpen(row, 'all')}>说明</TextButton> },
  ];
  return (
    <DataTable columns={columns} rows={rows} keyOf={({ code, department }) => `${code} ${department}`} />
  );
}

function Count({ row, figure, onOpen }: { row: DeskCoverageRow; figure: Figure; onOpen: () => void }) {
  const value = row[figure as 'due'];
  if (!value) return <Typography textColor="neutral600">0</Typography>;
  return (
    <TextButton onClick={onOpen} aria-label={`${row.code} ${FIGURES[figure]} ${value}`}>
      <Typography fontWeight="bold" textColor={COLOURS[figure] ?? 'neutral800'}>
        {value}
      </Typography>
    </TextButton>
  );
}

function Title({ row }: { row: DeskCoverageRow }) {
  return (
    <Box style={{ maxWidth: '36rem', whiteSpace: 'normal', lineHeight: 1.5 }}>
      <Typography
        textColor="neutral800"
        style={{ whiteSpace: 'normal' }}
      >{`${row.code} ${row.title}`}</Typography>
      <Flex gap={2} wrap="wrap">
        {row.toBeConfirmed ? (
          <Badge backgroundColor="warning100" textColor="warning700">
            待核实
          </Badge>
        ) : null}
        {row.noPublications ? (
          <Typography variant="pi" textColor="neutral600">
            没有公开过信息，不计为缺
          </Typography>
        ) : null}
      </Flex>
    </Box>
  );
}
