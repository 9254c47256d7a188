import { Field, Textarea } from '@strapi/design-system';
import * as React from 'react';
import { Dialog } from '../../../disclosure/admin/src/shell/Dialog';
import type { ConsumerView } from '../../server/contract';
import { useRevokeConsumerMutation } from './consumers-api';

type Props = { consumer: ConsumerView; onClose: () => void };

/** Revokes a key, with a reason. */
export function RevokeDialog({ consumer, onClose }: Props) {
  const [reason, setReason] = React.useState('');
  const [revoke, { error, isLoading }] = useRevokeConsumerMutation();
  const act = async () => {
    if ('data' in (await revoke({ id: consumer.id, reason }))) onClose();
  };
  return (
    <Dialog
      title={`停用密钥：${consumer.name}`}
      error={error}
      action="停用"
      isBusy={isLoading}
      isReady={reason.trim() !== ''}
      onAct={act}
      onClose={onClose}
    >
      <Field.Root name="reason" required hint="记入审计日志">
        <Field.Label>理由</Field.Label>
        <Textarea
          value={reason}
          onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => setReason(target.value)}
        />
        <Field.Hint />
      </Field.Root>
    </Dialog>
  );
}
