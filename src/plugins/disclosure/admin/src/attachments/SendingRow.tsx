import { Button, Flex, Typography } from '@strapi/design-system';
import { sizeText } from '../../../shared/upload-rules';
import { ProgressLine } from '../uploads/ProgressLine';
import type { Sending } from '../uploads/queue';

type Props = { sending: Sending; onCancel: () => void; onRetry: () => void };

/** A file on its way: how far it is, or why it does not go. */
export function SendingRow({ sending, onCancel, onRetry }: Props) {
  const { file, state, share, problem } = sending;
  return (
    <Flex
      tag="li"
      direction="column"
      alignItems="stretch"
      gap={1}
      padding={3}
      paddingLeft={4}
      paddingRight={4}
    >
      <Flex gap={3} justifyContent="space-between">
        <Typography ellipsis title={file.name}>
          {file.name}
          <Typography variant="pi" textColor="neutral600">{`　${sizeText(file.size)}`}</Typography>
        </Typography>
        <Flex gap={2}>
          {state === 'failed' ? (
            <Button size="S" variant="secondary" onClick={onRetry} aria-label={`重试上传“${file.name}”`}>
              重试
            </Button>
          ) : null}
          <Button
            size="S"
            variant="tertiary"
            onClick={onCancel}
            aria-label={`${problem ? '清除' : '取消上传'}“${file.name}”`}
          >
            {problem ? '清除' : '取消'}
          </Button>
        </Flex>
      </Flex>
      {problem ? (
        <Typography variant="pi" textColor="danger600" role="alert">
          {problem}
        </Typography>
      ) : null}
      {state === 'sending' ? (
        <ProgressLine label={`“${file.name}”的上传进度`} share={share} after="正在检查……" />
      ) : null}
      {state === 'waiting' ? (
        <Typography variant="pi" textColor="neutral600">
          等待上传
        </Typography>
      ) : null}
    </Flex>
  );
}
