import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type * as React from 'react';
import type { DeskCell, DeskColumn } from '../../../server/desk/contract';

type Props = {
  label: string;
  columns: readonly DeskColumn[];
  rows: readonly DeskCell[][];
  /** what stands below the name of a column */
  below?: (column: DeskColumn) => React.ReactNode;
};

/** The first rows of a roster, as they are (or would be) public. */
export function RosterTable({ label, columns, rows, below }: Props) {
  return (
    <Box style={{ overflowX: 'auto' }} hasRadius borderColor="neutral150">
      <Table colCount={columns.length} rowCount={rows.length} aria-label={label}>
        <Thead>
          <Tr>
            {columns.map((column) => (
              <Th key={column.key}>
                <Box paddingTop={2} paddingBottom={2} style={{ minWidth: below ? '15rem' : '9rem' }}>
                  <Typography variant="pi" fontWeight="bold" textColor="neutral800">
                    {column.label}
                  </Typography>
                  {below ? <Box paddingTop={1}>{below(column)}</Box> : null}
                </Box>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((cells, index) => (
            <Tr key={index}>
              {columns.map((column, at) => (
                <Td key={column.key}>
                  <Typography textColor="neutral800">{cells[at] ?? '—'}</Typography>
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}
