import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { Dialog } from '../../../../disclosure/admin/src/shell/Dialog';
import { today } from '../../../../disclosure/admin/src/shell/dates';
import type { NoticeTold } from '../../../shared/notices';
import { isComplete, toBody } from '../act-fields';
import { deliveryFields } from '../acts/delivery';
import { FormFields } from '../FormFields';
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
  const [values, setValues] = React.useState<Record<string, string>>({
    ...{ what: 'dispatched', on: today() },
    ...(method ? { method } : {}),
  });
  const isAnswer = notice.kind.startsWith('answer');
  const fields = deliveryFields(isAnswer);
  const [note, { error, isLoading }] = useNoteNoticeDeliveryMutation();
  const errorText = useErrorText();
  const save = async () => {
    const body = { what: 'dispatched', ...toBody(fields, values) };
    const answer = await note({ id: requestId, notice: notice.id, body });
    if ('data' in answer) onClose();
  };
  return (
    <Dialog
      title={`${isAnswer ? '登记发出' : '登记送达'}：${notice.label}`}
      problem={error ? errorText(error) : null}
      action="登记"
      isBusy={isLoading}
      isReady={isComplete(fields, values)}
      onAct={save}
      onClose={onClose}
    >
      <FormFields
        fields={fields}
        values={values}
        onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
      />
    </Dialog>
  );
}
