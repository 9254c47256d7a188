import { Box, ProgressBar, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { documentPath } from '../home/paths';
import type { Result } from './run-bulk';

type Props = { uid: string; results: readonly Result[]; total: number; isRunning: boolean };

/** How far it is, and what became of each: refused ones first, with what to do. */
export function BulkResults({ uid, results, total, isRunning }: Props) {
  const done = results.filter(({ outcome }) => outcome === 'done').length;
  const refused = results.length - done;
  const left = total - results.length;
  const sorted = [...results].sort((a, b) => b.outcome.localeCompare(a.outcome));
  return (
    <>
      {isRunning ? (
        <ProgressBar value={Math.round((results.length / total) * 100)} aria-label="办理进度" />
      ) : null}
      <Typography role="status" fontWeight="bold">
        {`已办理${done}件，未办成${refused}件${left > 0 ? `，${isRunning ? '还有' : '已停止，没有办理'}${left}件` : ''}`}
      </Typography>
      {results.length > 0 ? (
        <Box style={{ maxHeight: '32rem', overflowY: 'auto' }}>
          <Table colCount={2} rowCount={results.length + 1}>
            <Thead>
              <Tr>
                <Th>
                  <Typography variant="sigma">信息</Typography>
                </Th>
                <Th>
                  <Typography variant="sigma">结果</Typography>
                </Th>
              </Tr>
            </Thead>
            <Tbody>
              {sorted.map((result) => (
                <Tr key={result.documentId}>
                  <Td>
                    <Link to={documentPath(uid, result.documentId)}>
                      <Typography textColor="primary600" style={{ whiteSpace: 'normal' }}>
                        {result.title ?? '（无标题）'}
                      </Typography>
                    </Link>
                  </Td>
                  <Td>
                    <Typography
                      textColor={result.outcome === 'done' ? 'success700' : 'danger600'}
                      style={{ whiteSpace: 'normal' }}
                    >
                      {result.words}
                    </Typography>
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </Box>
      ) : null}
    </>
  );
}
