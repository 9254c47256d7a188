import { today } from '../../../../disclosure/admin/src/shell/dates';
import type { NoticeTold } from '../../../shared/notices';
import { deliveryFields } from '../acts/delivery';
import { FormDialog } from '../FormDialog';
import { useNoteNoticeDeliveryMutation } from './notices-api';

type Props = {
  requestId: string;
  notice: NoticeTold;
  /** how it is most likely to go */
  method: string | null;
  onClose: () => void;
};

/** Writes down that a notice went out, or that it has arrived. */
export function DeliveryDialog({ requestId, notice, method, onClose }: Props) {
  const isAnswer = notice.kind.startsWith('answer');
  const [note, { error, isLoading }] = useNoteNoticeDeliveryMutation();
  const save = async (entered: Record<string, unknown>) => {
    const body = { what: 'dispatched', ...entered };
    const answer = await note({ id: requestId, notice: notice.id, body });
    if ('data' in answer) onClose();
  };
  return (
    <FormDialog
      title={`${isAnswer ? '登记发出' : '登记送达'}：${notice.label}`}
      fields={deliveryFields(isAnswer)}
      filled={{ what: 'dispatched', on: today(), ...(method ? { method } : {}) }}
      action="登记"
      error={error}
      isBusy={isLoading}
      onSave={save}
      onClose={onClose}
    />
  );
}
