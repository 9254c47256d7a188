import { Typography } from '@strapi/design-system';
import { Dialog } from '../../../disclosure/admin/src/shell/Dialog';
import type { ConsumerView, KeyAnswer } from '../../server/contract';
import { useRenewKeyMutation } from './consumers-api';

type Props = { consumer: ConsumerView; onClose: () => void; onKey: (answer: KeyAnswer) => void };

/** A new key in place of the old one. */
export function RenewDialog({ consumer, onClose, onKey }: Props) {
  const [renew, { error, isLoading }] = useRenewKeyMutation();
  const act = async () => {
    const answer = await renew(consumer.id);
    if ('data' in answer && answer.data) onKey(answer.data);
  };
  return (
    <Dialog
      title={`换新密钥：${consumer.name}`}
      error={error}
      action="生成新密钥"
      isBusy={isLoading}
      isReady
      onAct={act}
      onClose={onClose}
    >
      <Typography>
        {consumer.standing === 'revoked'
          ? '生成新密钥后，该用户恢复使用；原来的密钥仍然无效。'
          : `原来的密钥（${consumer.keyStart}…）立即失效，对方换上新密钥之前不能读取。`}
      </Typography>
    </Dialog>
  );
}
