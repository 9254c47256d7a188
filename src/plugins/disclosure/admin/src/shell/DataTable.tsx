import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type * as React from 'react';

export type Column<Row> = { head: string; cell: (row: Row) => React.ReactNode };

type Props<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** read out by a screen reader */
  label?: string;
};

/** A table of the design system; a plain text in a cell gets the colour of text. */
export function DataTable<Row>({ columns, rows, keyOf, label }: Props<Row>) {
  return (
    <Table colCount={columns.length} rowCount={rows.length + 1} aria-label={label}>
      <Thead>
        <Tr>
          {columns.map(({ head }) => (
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
          <Tr key={keyOf(row)}>
            {columns.map(({ head, cell }) => {
              const content = cell(row);
              return (
                <Td key={head}>
                  {typeof content === 'string' || typeof content === 'number' ? (
                    <Typography textColor="neutral800">{content}</Typography>
                  ) : (
                    content
                  )}
                </Td>
              );
            })}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
