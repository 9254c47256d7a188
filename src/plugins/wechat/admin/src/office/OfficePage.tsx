import { Button, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { Card } from '../../../../accounts/admin/src/parts/Card';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { shanghaiTime } from '../../../../disclosure/admin/src/shell/dates';
import type { OfficePage as Data } from '../../../server/contract';
import { useWechatOfficeQuery, useWechatResumeMutation } from '../wechat-api';
import { Queue } from './Queue';
import { SettingsForm } from './SettingsForm';

const TITLE = '公众号';
const SUBTITLE = '哪些信息到了公众号、哪些需要人处理；公开办在这里设置欢迎语、菜单和默认发布';

/** 公众号: how the account is set up, what waits or went wrong, and what the office has set. */
export function OfficePage() {
  const { data, error } = useWechatOfficeQuery(undefined, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle={error ? errorText(error) : SUBTITLE} />
      <Layouts.Content>
        {data ? (
          <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
            {data.stop ? <Stopped stop={data.stop} mayResume={data.mayChange} /> : null}
            <Queue counts={data.counts} rows={data.rows} mayAttend={data.mayAttend} />
            {data.mayChange ? <SettingsForm key={JSON.stringify(data.settings)} data={data} /> : null}
            <Account account={data.account} />
          </Flex>
        ) : error ? null : (
          <Page.Loading />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function Stopped({ stop, mayResume }: { stop: NonNullable<Data['stop']>; mayResume: boolean }) {
  const [resume, { isLoading }] = useWechatResumeMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const goOn = async () => {
    const answer = await resume();
    if ('error' in answer && answer.error)
      toggleNotification({ type: 'danger', message: errorText(answer.error) });
  };
  return (
    <Card title="推送已停止">
      <Typography textColor="danger600">{stop.advice}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {`${shanghaiTime(stop.at)} 微信返回错误 ${stop.code}。${stop.until ? `${shanghaiTime(stop.until)} 自动继续。` : '改好以后请继续推送。'}`}
      </Typography>
      {mayResume ? (
        <Button width="fit-content" loading={isLoading} onClick={goOn}>
          继续推送
        </Button>
      ) : null}
    </Card>
  );
}

function Account({ account }: { account: Data['account'] }) {
  const { appId, callbackReady, callbackUrl, safeMode, pushReady } = account;
  const lines = [
    appId ? `AppID：${appId}` : '还没有接入公众号，请系统管理员按说明书“微信公众号”一节设置。',
    callbackReady
      ? `接收消息：已开启，${safeMode ? '支持安全模式' : '明文模式'}。服务器地址（URL）：${callbackUrl}`
      : '接收消息：没有设置令牌，未开启。',
    pushReady ? '推送草稿：已开启。' : '推送草稿：没有设置 AppID 和 AppSecret，未开启，不访问微信。',
  ];
  return (
    <Card title="接入情况">
      {lines.map((line) => (
        <Typography key={line} style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Typography>
      ))}
    </Card>
  );
}
