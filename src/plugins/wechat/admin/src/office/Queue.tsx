import { Badge, Box, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { Card } from '../../../../accounts/admin/src/parts/Card';
import { documentPath } from '../../../../disclosure/admin/src/home/paths';
import { type Column, DataTable } from '../../../../disclosure/admin/src/shell/DataTable';
import { shanghaiTime } from '../../../../disclosure/admin/src/shell/dates';
import type { DraftState, OfficePage, QueueRow } from '../../../server/contract';
import { DraftActions } from '../document/DraftActions';

const COUNTED: [DraftState, string][] = [
  ['attention', '需要人处理'],
  ['failed', '没有成功'],
  ['waiting', '等待推送'],
  ['drafted', '草稿已建好'],
  ['submitted', '等待微信审核'],
  ['published', '已发表'],
];

const columnsFor = (mayAct: boolean): Column<QueueRow>[] => [
  { head: '标题', cell: (row) => <Title row={row} /> },
  { head: '责任部门', cell: ({ ownerName }) => ownerName },
  { head: '情况', cell: (row) => <State row={row} mayAct={mayAct} /> },
  { head: '时间', cell: ({ updatedAt }) => shanghaiTime(updatedAt) },
];

/** The drafts, those that need somebody first. */
export function Queue({ counts, rows, mayAttend }: Pick<OfficePage, 'counts' | 'rows' | 'mayAttend'>) {
  return (
    <Card title="推送情况">
      <Typography>{COUNTED.map(([state, name]) => `${name}${counts[state]}件`).join('，')}</Typography>
      {rows.length > 0 ? (
        <DataTable
          columns={columnsFor(mayAttend)}
          rows={rows}
          keyOf={({ documentId }) => documentId}
          label="推送情况"
        />
      ) : (
        <Typography textColor="neutral600">
          还没有要推送的信息。责任部门在信息页面右侧的“微信公众号”里选择。
        </Typography>
      )}
    </Card>
  );
}

const Title = ({ row: { uid, documentId, title } }: { row: QueueRow }) => (
  <Link to={documentPath(uid, documentId)}>
    <Typography textColor="primary600" style={{ whiteSpace: 'normal' }}>
      {title}
    </Typography>
  </Link>
);

function State({ row, mayAct }: { row: QueueRow; mayAct: boolean }) {
  const { state, stateName, advice, uid, documentId } = row;
  const needsSomebody = state === 'attention' || state === 'failed';
  return (
    <Box maxWidth="40rem">
      {needsSomebody ? (
        <Badge backgroundColor="warning100" textColor="warning700">
          {stateName}
        </Badge>
      ) : (
        <Typography style={{ whiteSpace: 'normal' }}>{stateName}</Typography>
      )}
      {advice ? (
        <Typography tag="div" variant="pi" textColor="neutral800" style={{ whiteSpace: 'normal' }}>
          {advice}
        </Typography>
      ) : null}
      {mayAct ? <DraftActions address={{ uid, documentId }} status={row} /> : null}
    </Box>
  );
}
