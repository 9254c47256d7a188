import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { DocumentAddress } from '../../../../disclosure/admin/src/api/desk-api';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { shanghaiTime } from '../../../../disclosure/admin/src/shell/dates';
import type { DraftStatus } from '../../../server/contract';
import { useWechatActMutation } from '../wechat-api';

type Props = { address: DocumentAddress; status: DraftStatus; mayAct: boolean };

/** How it stands with the draft, what a person should do, and the buttons for it. */
export function PushStatus({ address, status, mayAct }: Props) {
  const [act, { isLoading }] = useWechatActMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const run = async (name: 'retry' | 'settle') => {
    const answer = await act({ ...address, act: name });
    const failed = 'error' in answer && answer.error ? errorText(answer.error) : null;
    if (failed) toggleNotification({ type: 'danger', message: failed });
  };
  const { state, stateName, advice, editionNo, articleUrl, updatedAt } = status;
  const needsSomebody = state === 'attention' || state === 'failed';
  return (
    <Box
      role="note"
      aria-label="公众号推送情况"
      background={needsSomebody ? 'warning100' : 'neutral100'}
      hasRadius
      padding={3}
    >
      <Typography tag="div" fontWeight="bold">
        {stateName}
      </Typography>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {`${shanghaiTime(updatedAt)}${editionNo ? `，第${editionNo}版` : ''}`}
      </Typography>
      {advice ? (
        <Typography tag="div" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {advice}
        </Typography>
      ) : null}
      {articleUrl ? (
        <a href={articleUrl} target="_blank" rel="noreferrer">
          <Typography textColor="primary600">查看公众号文章</Typography>
        </a>
      ) : null}
      {mayAct ? (
        <Flex gap={2} paddingTop={2} wrap="wrap">
          {state === 'failed' || (state === 'waiting' && advice) ? (
            <Button size="S" loading={isLoading} onClick={() => run('retry')}>
              重试
            </Button>
          ) : null}
          {state === 'attention' ? (
            <>
              <Button size="S" variant="secondary" loading={isLoading} onClick={() => run('settle')}>
                已在公众号处理
              </Button>
              <Button size="S" variant="tertiary" loading={isLoading} onClick={() => run('retry')}>
                重新生成草稿
              </Button>
            </>
          ) : null}
        </Flex>
      ) : null}
    </Box>
  );
}
