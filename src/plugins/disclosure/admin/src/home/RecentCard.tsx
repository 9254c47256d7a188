import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useRecentQuery } from '../api/workbench-api';
import { shanghaiTime } from '../shell/dates';
import { Card, LoadingCard } from './Card';
import { documentPath } from './paths';

/** What was published lately. */
export function RecentCard({ query }: { query: string | undefined }) {
  const { data } = useRecentQuery({ department: query }, { refetchOnMountOrArgChange: true });
  if (!data) return <LoadingCard id="recent" title="最近公开" />;
  return (
    <Card id="recent" title="最近公开" {...(data.length === 0 ? { hint: '还没有公开过信息' } : {})}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {data.map(({ uid, documentId, title, ownerName, publishedAt }) => (
          <li key={documentId}>
            <Link to={documentPath(uid, documentId)} style={{ textDecoration: 'none' }}>
              <Typography textColor="primary600">{title}</Typography>
            </Link>
            <Typography
              tag="div"
              variant="pi"
              textColor="neutral600"
            >{`${ownerName} ${shanghaiTime(publishedAt)}`}</Typography>
          </li>
        ))}
      </Flex>
    </Card>
  );
}
