import { Button, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { DocumentAddress } from '../../../../disclosure/admin/src/api/desk-api';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { DraftStatus } from '../../../server/contract';
import { useWechatActMutation } from '../wechat-api';

type Props = { address: DocumentAddress; status: DraftStatus };

/** What a person can do with a draft as it stands: try again, say that it is published or dealt with, have a new one made. */
export function DraftActions({ address, status: { state, advice } }: Props) {
  const [act, { isLoading }] = useWechatActMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const run = async (name: 'retry' | 'settle') => {
    const answer = await act({ ...address, act: name });
    const failed = 'error' in answer && answer.error ? errorText(answer.error) : null;
    if (failed) toggleNotification({ type: 'danger', message: failed });
  };
  const button = (name: 'retry' | 'settle', label: string) => (
    <Button
      key={label}
      size="S"
      variant={name === 'retry' ? 'tertiary' : 'secondary'}
      loading={isLoading}
      onClick={() => run(name)}
    >
      {label}
    </Button>
  );
  const buttons = [
    state === 'failed' || (state === 'waiting' && advice) ? button('retry', '重试') : null,
    state === 'drafted' ? button('settle', '已在公众号发表') : null,
    state === 'attention' ? button('settle', '已在公众号处理') : null,
    state === 'attention' ? button('retry', '重新生成草稿') : null,
  ].filter(Boolean);
  return buttons.length > 0 ? (
    <Flex gap={2} paddingTop={2} wrap="wrap">
      {buttons}
    </Flex>
  ) : null;
}
