import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ImportCell } from '../../server/contract';

type Props = { headers: readonly string[]; rows: readonly ImportCell[][] };

/** The first rows of a file, as they were read. */
export function PreviewTable({ headers, rows }: Props) {
  return (
    <Box style={{ overflowX: 'auto' }}>
      <Table colCount={headers.length} rowCount={rows.length}>
        <Thead>
          <Tr>
            {headers.map((header) => (
              <Th key={header}>
                <Typography variant="sigma">{header}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((cells, line) => (
            <Tr key={String(line)}>
              {headers.map((header, index) => (
                <Td key={header}>
                  <Typography ellipsis style={{ maxWidth: '16rem', display: 'block' }}>
                    {cells[index] ?? '—'}
                  </Typography>
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}
