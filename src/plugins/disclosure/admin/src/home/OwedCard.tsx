import { Badge, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { DeskOwed } from '../../../server/desk/contract';
import { useOwedQuery } from '../api/workbench-api';
import { DueDate } from '../desk/DueDate';
import { Card, LoadingCard } from './Card';
import { coveragePath, createPath, documentPath } from './paths';

const LISTED = 8;
const TITLE = '按目录应公开、还没有公开';

type Props = { department: string; query: string | undefined };

/** What a department owes this year by the catalogue, and the entry that answers it, filled in already. */
export function OwedCard({ department, query }: Props) {
  const { data } = useOwedQuery({ department: query }, { refetchOnMountOrArgChange: true });
  if (!data) return <LoadingCard id="owed" title={TITLE} />;
  return (
    <Card
      id="owed"
      title={TITLE}
      total={{ count: data.length, to: coveragePath(department), urgent: data.length > 0 }}
      hint={hintOf(data)}
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {data.slice(0, LISTED).map((owed) => (
          <li key={owed.code}>
            <Owed owed={owed} />
          </li>
        ))}
      </Flex>
      {data.length > LISTED ? (
        <Flex paddingTop={4}>
          <Link to={coveragePath(department)}>
            <Typography
              variant="pi"
              textColor="primary600"
            >{`查看全部${data.length}个事项和怎样算出来的`}</Typography>
          </Link>
        </Flex>
      ) : null}
    </Card>
  );
}

function hintOf(owed: readonly DeskOwed[]): string {
  if (owed.length === 0) return '今年到期的都公开了';
  const missing = owed.reduce((sum, one) => sum + one.missing, 0);
  return `${owed.length}个事项，一共缺${missing}项；点“新建”会按目录事项填好能填的内容`;
}

function Owed({
  owed: { code, title, domainName, toBeConfirmed, what, missing, create },
}: {
  owed: DeskOwed;
}) {
  const { documentId, uid } = what;
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography textColor="neutral800" fontWeight="semiBold">{`${domainName} ${title}`}</Typography>
        <Flex gap={2} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">{`${code} ${what.title}`}</Typography>
          {what.dueOn ? <DueDate dueOn={what.dueOn} isOpen /> : null}
          {missing > 1 ? (
            <Typography variant="pi" textColor="neutral600">{`共缺${missing}项`}</Typography>
          ) : null}
          {toBeConfirmed ? (
            <Badge backgroundColor="warning100" textColor="warning700">
              时限待核实
            </Badge>
          ) : null}
        </Flex>
      </Flex>
      {uid && documentId ? (
        <LinkButton tag={Link} to={documentPath(uid, documentId)} size="S" variant="secondary">
          继续办理
        </LinkButton>
      ) : create ? (
        <LinkButton
          tag={Link}
          to={createPath(create)}
          size="S"
          variant="secondary"
          startIcon={<Plus />}
          aria-label={`新建：${code} ${title}`}
        >
          新建
        </LinkButton>
      ) : null}
    </Flex>
  );
}
