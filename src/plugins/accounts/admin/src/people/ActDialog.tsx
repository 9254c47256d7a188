import { Alert, Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { SearchSelect } from '../../../../disclosure/admin/src/fields/SearchSelect';
import { useSource } from '../../../../disclosure/admin/src/fields/use-choices';
import type { Person, PersonAnswer } from '../../../server/contract';
import { usePersonActMutation } from '../api/accounts-api';
import { ACT_TEXTS, type PersonActName } from './texts';

type Props = {
  act: Exclude<PersonActName, 'change'>;
  person: Person;
  onClose: () => void;
  onDone: (answer: PersonAnswer) => void;
};

/** Asks before something is done to an account: what it means, and why. */
export function ActDialog({ act, person, onClose, onDone }: Props) {
  const { label, ask, needs, danger } = ACT_TEXTS[act];
  const [reason, setReason] = React.useState('');
  const [department, setDepartment] = React.useState<string | null>(null);
  const [run, { isLoading, error }] = usePersonActMutation();
  const { options: departments } = useSource('departments');
  const errorText = useErrorText();
  const isComplete = (!needs || reason.trim() !== '') && (needs !== 'department' || department !== null);
  const confirm = async () => {
    const body = {
      ...(needs ? { reason: reason.trim() } : {}),
      ...(needs === 'department' ? { department } : {}),
    };
    const answer = await run({ id: person.id, act, body });
    if ('data' in answer && answer.data) onDone(answer.data);
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`${label}:${person.name}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error ? (
              <Alert variant="danger" title="没有办成" closeLabel="关闭提示">
                {errorText(error)}
              </Alert>
            ) : null}
            <Typography>{ask}</Typography>
            {needs === 'department' ? (
              <Field.Root name="department" required>
                <Field.Label>调到</Field.Label>
                <SearchSelect
                  name="department"
                  value={department}
                  options={departments.filter(({ value }) => value !== person.department)}
                  placeholder="请选择部门"
                  onChange={setDepartment}
                />
              </Field.Root>
            ) : null}
            {needs ? (
              <Field.Root name="reason" required>
                <Field.Label>理由</Field.Label>
                <Textarea
                  placeholder="记入审计日志"
                  maxLength={500}
                  value={reason}
                  onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => setReason(target.value)}
                />
              </Field.Root>
            ) : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            取消
          </Button>
          <Button
            variant={danger ? 'danger' : 'default'}
            onClick={confirm}
            disabled={!isComplete}
            loading={isLoading}
          >
            {`确认${label}`}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
