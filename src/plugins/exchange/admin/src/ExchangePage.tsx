import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { shanghaiTime } from '../../../disclosure/admin/src/shell/dates';
import { SecretDialog } from '../../../disclosure/admin/src/shell/SecretDialog';
import type { ExchangeView, TargetView } from '../../server/contract';
import { DeliveriesDialog } from './DeliveriesDialog';
import { useExchangeQuery } from './exchange-api';
import { TargetDialog } from './TargetDialog';
import { TargetTable } from './TargetTable';

const TITLE = '数据交换';
const SUBTITLE = '上级平台按变更日志取走每一次发布、更正、移交和撤回；也可以由本系统主动推送';

/** 数据交换: the log of changes, and who is told of them. */
export function ExchangePage() {
  const { data, error } = useExchangeQuery(undefined, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  const [isAdding, setAdding] = React.useState(false);
  const [secret, setSecret] = React.useState<string | null>(null);
  const [listed, setListed] = React.useState<TargetView | null>(null);
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header
        title={TITLE}
        subtitle={error ? errorText(error) : SUBTITLE}
        primaryAction={
          data ? (
            <Button startIcon={<Plus />} onClick={() => setAdding(true)}>
              新建推送
            </Button>
          ) : null
        }
      />
      <Layouts.Content>
        {data ? (
          <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
            <LogFacts view={data} />
            <TargetTable targets={data.targets} onSecret={setSecret} onDeliveries={setListed} />
          </Flex>
        ) : error ? null : (
          <Page.Loading />
        )}
      </Layouts.Content>
      {isAdding && data ? (
        <TargetDialog
          view={data}
          onClose={() => setAdding(false)}
          onDone={(made) => {
            setAdding(false);
            setSecret(made);
          }}
        />
      ) : null}
      {secret ? (
        <SecretDialog
          title="签名密钥"
          label="签名密钥"
          secret={secret}
          advice="只在这里显示一次。请用安全的办法交给对方，对方用它核对推送确实来自本系统。"
          done="已保存"
          onClose={() => setSecret(null)}
        />
      ) : null}
      {listed ? <DeliveriesDialog target={listed} onClose={() => setListed(null)} /> : null}
    </Page.Main>
  );
}

/** Where the log is, and how long. */
function LogFacts({ view: { entries, lastChangeAt, profiles } }: { view: ExchangeView }) {
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Typography tag="h2" variant="delta">
        变更日志
      </Typography>
      <Typography tag="p" paddingTop={2}>
        {`共${entries}条${lastChangeAt ? `，最近一条在${shanghaiTime(lastChangeAt)}` : ''}。上级平台的取数地址：`}
        <code>{`${window.location.origin}/api/exchange/changes`}</code>
      </Typography>
      <Typography tag="p" paddingTop={2} textColor="neutral600">
        {`字段方案：${profiles.map(({ name, title }) => `${name}（${title}）`).join('、')}`}
      </Typography>
    </Box>
  );
}
