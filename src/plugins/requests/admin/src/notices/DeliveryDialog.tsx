import { Alert, Button, Flex, Modal } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { today } from '../../../../disclosure/admin/src/shell/dates';
import { DELIVERIES } from '../../../shared/choices';
import type { NoticeTold } from '../../../shared/notices';
import { type ActField, isComplete, toBody } from '../act-fields';
import { FormFields } from '../FormFields';
import { useNoteNoticeDeliveryMutation } from './notices-api';

const WHAT: ActField = {
  ...{ name: 'what', label: '登记什么', kind: 'choice' },
  choices: [
    { code: 'dispatched', label: '寄出、交付' },
    { code: 'served', label: '已经送达' },
  ],
};
const COMMON: readonly ActField[] = [
  { name: 'method', label: '送达方式', kind: 'choice', choices: DELIVERIES },
  { name: 'on', label: '日期', kind: 'date' },
  { name: 'tracking', label: '邮件号', kind: 'text', optional: true },
];
const SERVED: readonly ActField[] = [
  { name: 'receivedBy', label: '签收人', kind: 'text', optional: true, hint: '代收的写明关系' },
  {
    ...{ name: 'refusal', label: '拒收情况', kind: 'words', optional: true },
    hint: '拒绝签收的，写明经过、见证人和留置的情况',
  },
];

type Props = { requestId: string; notice: NoticeTold; onClose: () => void };

/** Writes down that a notice went out, or that it has arrived. */
export function DeliveryDialog({ requestId, notice, onClose }: Props) {
  // that an answer has arrived is a step of the request itself
  const isAnswer = notice.kind.startsWith('answer');
  const [values, setValues] = React.useState<Record<string, string>>({ what: 'dispatched', on: today() });
  const fields = [...(isAnswer ? [] : [WHAT]), ...COMMON, ...(values.what === 'served' ? SERVED : [])];
  const [note, { error, isLoading }] = useNoteNoticeDeliveryMutation();
  const errorText = useErrorText();
  const save = async () => {
    const body = { what: 'dispatched', ...toBody(fields, values) };
    const answer = await note({ id: requestId, notice: notice.id, body });
    if ('data' in answer) onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`登记送达：${notice.label}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error ? (
              <Alert variant="danger" title="没有登记" closeLabel="关闭提示">
                {errorText(error)}
              </Alert>
            ) : null}
            <FormFields
              fields={fields}
              values={values}
              onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
            />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            取消
          </Button>
          <Button onClick={save} disabled={!isComplete(fields, values)} loading={isLoading}>
            登记
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
