import {
  Box,
  Button,
  Flex,
  LinkButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link } from 'react-router-dom';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import type { NoticeKind } from '../../server/contract';
import { MailState } from './MailState';
import { NoticeList } from './NoticeList';
import { type InboxFilter, useInboxQuery, useMarkReadMutation } from './notifications-api';

const TITLE = '通知';
const EVERYTHING = 'everything';

/** 通知: what the person has been told, the newest first. */
export function InboxPage() {
  const [filter, setFilter] = React.useState<InboxFilter>({ unread: false, kind: null, cursor: null });
  const { data, error } = useInboxQuery(filter, { refetchOnMountOrArgChange: true });
  const [markRead, { isLoading }] = useMarkReadMutation();
  const errorText = useErrorText();
  if (!data && !error) return <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{data?.unread ? `(${data.unread}) ${TITLE}` : TITLE}</Page.Title>
      <Layouts.Header
        title={TITLE}
        subtitle={data ? `${data.unread}条未读` : ''}
        primaryAction={
          <Flex gap={2}>
            <LinkButton tag={Link} to="preferences" variant="tertiary">
              通知设置
            </LinkButton>
            <Button disabled={!data?.unread} loading={isLoading} onClick={() => markRead({ all: true })}>
              全部标为已读
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          {error ? <Notice text={errorText(error)} /> : null}
          {data ? (
            <>
              <Filters filter={filter} kinds={data.kinds} onChange={setFilter} />
              {data.items.length > 0 ? (
                <NoticeList items={data.items} onRead={(id) => markRead({ ids: [id] })} />
              ) : (
                <Notice text={filter.unread ? '没有未读的通知' : '没有通知'} />
              )}
              <Flex gap={2}>
                {filter.cursor ? (
                  <Button variant="tertiary" onClick={() => setFilter({ ...filter, cursor: null })}>
                    回到最新
                  </Button>
                ) : null}
                {data.nextCursor ? (
                  <Button
                    variant="tertiary"
                    onClick={() => setFilter({ ...filter, cursor: data.nextCursor })}
                  >
                    更早的
                  </Button>
                ) : null}
              </Flex>
            </>
          ) : null}
          {data?.seesMail ? <MailState /> : null}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

type FiltersProps = {
  filter: InboxFilter;
  kinds: readonly { kind: NoticeKind; name: string }[];
  onChange: (filter: InboxFilter) => void;
};

function Filters({ filter, kinds, onChange }: FiltersProps) {
  return (
    <Flex gap={2} wrap="wrap">
      <SingleSelect
        aria-label="未读或全部"
        value={filter.unread ? 'unread' : EVERYTHING}
        onChange={(value) => onChange({ ...filter, unread: value === 'unread', cursor: null })}
      >
        <SingleSelectOption value={EVERYTHING}>全部</SingleSelectOption>
        <SingleSelectOption value="unread">未读</SingleSelectOption>
      </SingleSelect>
      <SingleSelect
        aria-label="通知种类"
        value={filter.kind ?? EVERYTHING}
        onChange={(value) =>
          onChange({ ...filter, kind: value === EVERYTHING ? null : (value as NoticeKind), cursor: null })
        }
      >
        <SingleSelectOption value={EVERYTHING}>所有种类</SingleSelectOption>
        {kinds.map(({ kind, name }) => (
          <SingleSelectOption key={kind} value={kind}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Flex>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Typography>{text}</Typography>
    </Box>
  );
}
