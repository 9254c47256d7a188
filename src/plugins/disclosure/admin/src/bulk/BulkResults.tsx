import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';
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
      <Box tag="ul" style={{ maxHeight: '32rem', overflowY: 'auto' }}>
        {sorted.map((result) => (
          <Box
            tag="li"
            key={result.documentId}
            paddingTop={3}
            paddingBottom={3}
            borderColor="neutral150"
            borderWidth="0 0 1px 0"
            borderStyle="solid"
          >
            <Outcome uid={uid} result={result} />
          </Box>
        ))}
      </Box>
    </>
  );
}

function Outcome({ uid, result }: { uid: string; result: Result }) {
  const { documentId, title, outcome, words } = result;
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
      <Link to={documentPath(uid, documentId)} style={{ flex: 1 }}>
        <Typography textColor="primary600">{title ?? '（无标题）'}</Typography>
      </Link>
      <Typography textColor={outcome === 'done' ? 'success700' : 'danger600'} style={{ flex: 1 }}>
        {words}
      </Typography>
    </Flex>
  );
}
