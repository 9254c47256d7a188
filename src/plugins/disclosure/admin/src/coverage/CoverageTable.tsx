import {
  Badge,
  Box,
  Flex,
  Table,
  Tbody,
  Td,
  TextButton,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import type { DeskCoverageRow } from '../../../server/desk/contract';
import { FIGURES, type Figure } from './order';

const COLUMNS: readonly Figure[] = ['due', 'inTime', 'late', 'missing'];
const COLOURS: Record<string, string> = { late: 'warning700', missing: 'danger600' };
const HEADS = ['事项', '责任部门', ...COLUMNS.map((figure) => FIGURES[figure]), ''];

type Props = { rows: readonly DeskCoverageRow[]; onOpen: (row: DeskCoverageRow, figure: Figure) => void };

/** A row and department a line; each figure opens what it stands for. */
export function CoverageTable({ rows, onOpen }: Props) {
  return (
    <Table colCount={HEADS.length} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {HEADS.map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {head}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={`${row.code} ${row.department}`}>
            <Td>
              <Title row={row} />
            </Td>
            <Td>
              <Typography textColor="neutral800">{row.departmentName}</Typography>
            </Td>
            {COLUMNS.map((figure) => (
              <Td key={figure}>
                <Count row={row} figure={figure} onOpen={() => onOpen(row, figure)} />
              </Td>
            ))}
            <Td>
              <TextButton onClick={() => onOpen(row, 'all')}>说明</TextButton>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Count({ row, figure, onOpen }: { row: DeskCoverageRow; figure: Figure; onOpen: () => void }) {
  const value = row[figure as 'due'];
  if (!value) return <Typography textColor="neutral500">0</Typography>;
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
