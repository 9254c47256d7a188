import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { Card } from '../../../../disclosure/admin/src/home/Card';
import { Deadline } from '../Deadline';
import { useRequestQueueQuery } from '../requests-api';

const LISTED = 5;
const QUEUE = '/plugins/requests';

/** On the home page: the requests that are due first. Where there is nothing to answer, nothing. */
export function HomeCard() {
  const { data } = useRequestQueueQuery({ state: 'open', cursor: null }, { refetchOnMountOrArgChange: true });
  if (!data || data.data.length === 0) return null;
  const { submitted = 0, handling = 0, reviewing = 0, approved = 0 } = data.meta.counts;
  const isUrgent = data.data.some(({ urgency }) => urgency === 'overdue' || urgency === 'red');
  return (
    <Card
      id="requests"
      title="依申请公开，待答复"
      total={{ count: submitted + handling + reviewing + approved, to: QUEUE, urgent: isUrgent }}
      hint="按答复期限排列，申请人逾期的也排在前面"
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {data.data.slice(0, LISTED).map((item) => (
          <Flex tag="li" key={item.id} justifyContent="space-between" gap={4}>
            <Link to={`${QUEUE}?id=${item.id}`}>
              <Typography textColor="primary600">{`${item.number ?? '未登记'}　${item.title}（${item.stateLabel}）`}</Typography>
            </Link>
            <Deadline item={item} />
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}
