import {
  Badge,
  Box,
  Button,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { type Column, DataTable } from '../../../disclosure/admin/src/shell/DataTable';
import type { ConsumerView, UsageRow } from '../../server/contract';
import { ConsumerDialog } from './ConsumerDialog';
import { useConsumersQuery } from './consumers-api';
import { KeyDialog } from './KeyDialog';
import { RenewDialog } from './RenewDialog';
import { RevokeDialog } from './RevokeDialog';

const TITLE = '数据开放用户';
const SUBTITLE =
  '读取公开信息不需要密钥；大量读取的单位在这里登记，按自己的限额读取。每一次办理都记入审计日志';

type Opened =
  | { kind: 'register' }
  | { kind: 'change' | 'renew' | 'revoke'; consumer: ConsumerView }
  | { kind: 'key'; key: string };
type Open = (opened: Opened) => void;

/** 数据开放用户: registered readers, their keys and limits, and how much they read. */
export function ConsumersPage() {
  const [days, setDays] = React.useState(14);
  const { data, error } = useConsumersQuery(days, { refetchOnMountOrArgChange: true });
  const [opened, setOpened] = React.useState<Opened | null>(null);
  const errorText = useErrorText();
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header
        title={TITLE}
        subtitle={error ? errorText(error) : SUBTITLE}
        primaryAction={
          error ? null : (
            <Button startIcon={<Plus />} onClick={() => setOpened({ kind: 'register' })}>
              登记
            </Button>
          )
        }
      />
      <Layouts.Content>
        {data ? (
          <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
            <Registered consumers={data.consumers} onOpen={setOpened} />
            <Usage usage={data.usage} days={days} onDays={setDays} />
          </Flex>
        ) : error ? null : (
          <Page.Loading />
        )}
      </Layouts.Content>
      {opened ? <OpenedDialog opened={opened} onOpen={setOpened} onClose={() => setOpened(null)} /> : null}
    </Page.Main>
  );
}

type DialogProps = { opened: Opened; onOpen: Open; onClose: () => void };

function OpenedDialog({ opened, onOpen, onClose }: DialogProps) {
  const onKey = ({ key }: { key: string }) => onOpen({ kind: 'key', key });
  switch (opened.kind) {
    case 'key':
      return <KeyDialog apiKey={opened.key} onClose={onClose} />;
    case 'register':
      return <ConsumerDialog consumer={null} onClose={onClose} onKey={onKey} />;
    case 'change':
      return <ConsumerDialog consumer={opened.consumer} onClose={onClose} onKey={onKey} />;
    case 'renew':
      return <RenewDialog consumer={opened.consumer} onClose={onClose} onKey={onKey} />;
    default:
      return <RevokeDialog consumer={opened.consumer} onClose={onClose} />;
  }
}

const Empty = ({ children }: { children: string }) => (
  <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
    <Typography>{children}</Typography>
  </Box>
);

function Registered({ consumers, onOpen }: { consumers: ConsumerView[]; onOpen: Open }) {
  const columns: Column<ConsumerView>[] = [
    { head: '名称', cell: (consumer) => <Name consumer={consumer} /> },
    { head: '密钥', cell: ({ keyStart }) => <Typography tag="code">{`${keyStart}…`}</Typography> },
    { head: '限额', cell: ({ perMinute, perDay }) => `每分钟${perMinute}次，每日${perDay}次` },
    { head: '今日', cell: ({ today }) => today },
    { head: '有效期至', cell: ({ expiresOn }) => expiresOn ?? '长期' },
    { head: '状态', cell: (consumer) => <Standing consumer={consumer} /> },
    { head: '', cell: (consumer) => <Actions consumer={consumer} onOpen={onOpen} /> },
  ];
  if (consumers.length === 0) return <Empty>还没有登记的用户。</Empty>;
  return <DataTable columns={columns} rows={consumers} keyOf={({ id }) => String(id)} label={TITLE} />;
}

const Name = ({ consumer: { name, contact, purpose } }: { consumer: ConsumerView }) => (
  <Flex direction="column" alignItems="flex-start">
    <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
      {name}
    </Typography>
    <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
      {`${contact} · ${purpose}`}
    </Typography>
  </Flex>
);

const Standing = ({ consumer: { standing, standingName } }: { consumer: ConsumerView }) =>
  standing === 'active' ? (
    <Badge backgroundColor="success100" textColor="success700">
      {standingName}
    </Badge>
  ) : (
    <Badge backgroundColor="danger100" textColor="danger700">
      {standingName}
    </Badge>
  );

const Actions = ({ consumer, onOpen }: { consumer: ConsumerView; onOpen: Open }) => (
  <Flex gap={2} justifyContent="flex-end">
    <Button variant="tertiary" onClick={() => onOpen({ kind: 'change', consumer })}>
      修改
    </Button>
    <Button variant="tertiary" onClick={() => onOpen({ kind: 'renew', consumer })}>
      换新密钥
    </Button>
    {consumer.standing === 'revoked' ? null : (
      <Button variant="danger-light" onClick={() => onOpen({ kind: 'revoke', consumer })}>
        停用
      </Button>
    )}
  </Flex>
);

const USAGE: Column<UsageRow>[] = [
  { head: '日期', cell: ({ day }) => day },
  { head: '用户', cell: ({ name }) => name },
  { head: '接口', cell: ({ group }) => group },
  { head: '请求', cell: ({ requests }) => requests },
  { head: '其中超出限额', cell: ({ refused }) => refused },
];

type UsageProps = { usage: UsageRow[]; days: number; onDays: (days: number) => void };

function Usage({ usage, days, onDays }: UsageProps) {
  return (
    <Flex tag="section" aria-label="用量" direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between">
        <Typography tag="h2" variant="beta">
          用量
        </Typography>
        <SingleSelect
          aria-label="时间"
          value={String(days)}
          onChange={(value: string | number) => onDays(Number(value))}
        >
          {[1, 14, 31, 93].map((count) => (
            <SingleSelectOption key={count} value={String(count)}>
              {count === 1 ? '今天' : `最近${count}天`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Flex>
      {usage.length > 0 ? (
        <DataTable
          columns={USAGE}
          rows={usage}
          keyOf={({ day, consumerId, group }) => `${day} ${consumerId} ${group}`}
          label="用量"
        />
      ) : (
        <Empty>这段时间没有人用密钥读取。</Empty>
      )}
    </Flex>
  );
}
