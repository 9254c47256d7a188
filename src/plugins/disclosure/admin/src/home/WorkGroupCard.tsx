import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { DeskType, WorkGroup, WorkGroupKey, WorkItem } from '../../../server/desk/contract';
import { DueDate } from '../desk/DueDate';
import { StateBadge } from '../desk/StateBadge';
import { documentPath, statePath } from './paths';

/** The state by which the list behind a group is filtered; groups by due date have none. */
const STATE_OF: Partial<Record<WorkGroupKey, string>> = {
  returned: 'returned',
  review: 'submitted',
  publish: 'approved',
  scheduled: 'scheduled',
  draft: 'draft',
};

type Props = { group: WorkGroup; types: readonly DeskType[] };

/** One kind of work that waits: how much, the most urgent of it, and the way to the rest. */
export function WorkGroupCard({ group, types }: Props) {
  const headingId = `work-${group.key}`;
  const state = STATE_OF[group.key];
  return (
    <Box
      tag="section"
      aria-labelledby={headingId}
      width="100%"
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      padding={6}
    >
      <Flex gap={2}>
        <Typography tag="h2" id={headingId} variant="delta">
          {group.label}
        </Typography>
        <Badge variant={group.key === 'overdue' ? 'danger' : 'primary'}>{group.total}</Badge>
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
        {group.hint}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={4}>
        {group.items.map((item) => (
          <li key={item.documentId}>
            <Item item={item} />
          </li>
        ))}
      </Flex>
      {state ? (
        <Flex gap={4} wrap="wrap" paddingTop={4}>
          {types
            .filter(({ uid }) => group.items.some((item) => item.uid === uid))
            .map(({ uid, domain, name }) => (
              <Link key={uid} to={statePath(uid, state)}>
                <Typography
                  variant="pi"
                  textColor="primary600"
                >{`在列表中查看（${domain}·${name}）`}</Typography>
              </Link>
            ))}
        </Flex>
      ) : null}
    </Box>
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
