import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { PeopleImport } from '../../../server/contract';
import { OUTCOME_NAMES } from './import-results';

const TITLES = ['行', '姓名', '登录邮箱', '部门', '职责', '结果'];
const COLOURS = { ready: 'success700', created: 'success700', exists: 'neutral600', failed: 'danger600' };

/** What became, or would become, of each row. */
export function ImportTable({ result: { rows, counts, notes } }: { result: PeopleImport }) {
  const sums = (['ready', 'created', 'exists', 'failed'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${OUTCOME_NAMES[outcome]}${counts[outcome]}人`);
  return (
    <>
      <Typography fontWeight="bold">{[...sums, ...notes].join('；') || '没有人员'}</Typography>
      <Box maxHeight="40rem" overflow="auto">
        <Table colCount={TITLES.length} rowCount={rows.length}>
          <Thead>
            <Tr>
              {TITLES.map((title) => (
                <Th key={title}>
                  <Typography variant="sigma">{title}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {rows.map((row) => (
              <Tr key={row.line}>
                {[row.line, row.name, row.email, row.department, row.duties].map((cell, index) => (
                  <Td key={TITLES[index]}>
                    <Typography>{cell}</Typography>
                  </Td>
                ))}
                <Td>
                  <Typography tag="div" textColor={COLOURS[row.outcome]}>
                    {OUTCOME_NAMES[row.outcome]}
                  </Typography>
                  {row.outcome === 'failed' ? (
                    <Typography tag="div" variant="pi" textColor="danger600">
                      {row.message}
                    </Typography>
                  ) : null}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </Box>
    </>
  );
}
