import { Badge, Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { shanghaiTime } from '../../../disclosure/admin/src/shell/dates';
import type { Notice } from '../../server/contract';
import { placeOf } from '../../server/place';

type Props = { items: readonly Notice[]; onRead: (id: string) => void };

/** Notifications with the way to their documents; opening one marks it as read. */
export function NoticeList({ items, onRead }: Props) {
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius>
      <Flex tag="ul" direction="column" alignItems="stretch">
        {items.map((notice) => (
          <Box
            tag="li"
            key={notice.id}
            padding={4}
            borderColor="neutral150"
            borderWidth="0 0 1px 0"
            borderStyle="solid"
          >
            <Entry notice={notice} onRead={onRead} />
          </Box>
        ))}
      </Flex>
    </Box>
  );
}

function Entry({ notice, onRead }: { notice: Notice; onRead: (id: string) => void }) {
  const { id, kindName, detail, at, read } = notice;
  return (
    <Flex justifyContent="space-between" gap={4} alignItems="flex-start">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Flex gap={2} wrap="wrap">
          <Badge
            backgroundColor={read ? 'neutral150' : 'primary100'}
            textColor={read ? 'neutral700' : 'primary700'}
          >
            {kindName}
          </Badge>
          <Link to={pathOf(notice)} onClick={() => (read ? undefined : onRead(id))}>
            <Typography textColor="primary600" fontWeight={read ? 'regular' : 'bold'}>
              {wordsOf(notice)}
            </Typography>
          </Link>
        </Flex>
        {detail ? (
          <Typography variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
            {detail}
          </Typography>
        ) : null}
        <Typography variant="pi" textColor="neutral600">
          {shanghaiTime(at)}
        </Typography>
      </Flex>
      {read ? null : (
        <TextButton onClick={() => onRead(id)} style={{ whiteSpace: 'nowrap' }}>
          标为已读
        </TextButton>
      )}
    </Flex>
  );
}

/** A summary has no document of its own: the home page lists what it counts. */
const pathOf = ({ uid, documentId }: Notice): string => (uid && documentId ? placeOf(uid, documentId) : '/');

const wordsOf = ({ uid, title, count }: Notice): string =>
  uid ? (title ?? '（无标题）') : `${count}件，请到首页查看`;
