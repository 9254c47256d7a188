import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { WorkGroup, WorkItem } from '../../../server/desk/contract';
import { DueDate } from '../desk/DueDate';
import { StateBadge } from '../desk/StateBadge';
import { Card } from './Card';
import { documentPath, workPath } from './paths';

type Props = { group: WorkGroup; department: string | null };

/** One kind of work that waits: how much, the most urgent of it, and the way to the rest. */
export function WorkGroupCard({ group: { key, label, hint, total, items }, department }: Props) {
  const to = workPath(key, department);
  return (
    <Card
      id={`work-${key}`}
      title={label}
      hint={hint}
      total={{ count: total, to, urgent: key === 'overdue' }}
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {items.map((item) => (
          <li key={item.documentId}>
            <Item item={item} />
          </li>
        ))}
      </Flex>
      {total > items.length ? (
        <Flex paddingTop={4}>
          <Link to={to}>
            <Typography variant="pi" textColor="primary600">{`查看全部${total}件`}</Typography>
          </Link>
        </Flex>
      ) : null}
    </Card>
  );
}

function Item({ item }: { item: WorkItem }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Link to={documentPath(item.uid, item.documentId)} style={{ textDecoration: 'none' }}>
        <Typography textColor="primary600" fontWeight="semiBold">
          {item.title ?? '（无标题）'}
        </Typography>
      </Link>
      <Flex gap={2} wrap="wrap">
        <StateBadge state={item.state} name={item.stateName} />
        <Typography variant="pi" textColor="neutral600">
          {item.ownerName}
        </Typography>
        {item.dueOn ? <DueDate dueOn={item.dueOn} isOpen /> : null}
      </Flex>
    </Flex>
  );
}
