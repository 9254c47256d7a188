import { Alert, Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import type { DeskVersion } from '../../../server/desk/contract';
import type { DocumentAddress } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { useRestoreVersionMutation } from '../api/versions-api';
import { nameOf } from './version-names';

type Props = {
  address: DocumentAddress;
  from: DeskVersion;
  /** the version of the working copy that the person has seen */
  version: number;
  onDone: () => void;
  onCancel: () => void;
};

/** Asks before an earlier text becomes the working copy again. */
export function RestoreForm({ address, from, version, onDone, onCancel }: Props) {
  const [send, { isLoading }] = useRestoreVersionMutation();
  const [reason, setReason] = React.useState('');
  const [refusal, setRefusal] = React.useState<string | null>(null);
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const restore = async () => {
    const wanted =
      from.kind === 'edition' ? { edition: Number(from.editionNo) } : { draftVersion: Number(from.version) };
    const words = reason.trim() ? { reason: reason.trim() } : {};
    const answer = await send({ ...address, body: { ...wanted, ...words, expectedVersion: version } });
    if ('error' in answer && answer.error) {
      setRefusal(errorText(answer.error));
      return;
    }
    const { notes } = (answer as { data: { notes: string[] } }).data;
    toggleNotification({
      type: notes.length > 0 ? 'warning' : 'success',
      message: [`已恢复为草稿：${nameOf(from)}`, ...notes].join('；'),
      timeout: notes.length > 0 ? 20_000 : 5000,
    });
    onDone();
  };
  return (
    <Box
      background="primary100"
      borderColor="primary200"
      hasRadius
      padding={4}
      marginBottom={4}
      role="group"
      aria-label="恢复版本"
    >
      {refusal ? (
        <Alert variant="danger" title="没有办成" closeLabel="关闭提示" onClose={() => setRefusal(null)}>
          {refusal}
        </Alert>
      ) : null}
      <Typography tag="p">
        {`把${nameOf(from)}的内容恢复为草稿？现在工作稿的内容会留在版本里，已经公开的不变；恢复后须重新提交、审核、发布。`}
      </Typography>
      <Flex gap={2} paddingTop={3} alignItems="flex-end" wrap="wrap">
        <Field.Root name="reason">
          <Field.Label>理由</Field.Label>
          <TextInput
            value={reason}
            maxLength={2000}
            placeholder="可以不填"
            onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setReason(target.value)}
          />
        </Field.Root>
        <Button onClick={restore} loading={isLoading}>
          确认恢复
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          取消
        </Button>
      </Flex>
    </Box>
  );
}
