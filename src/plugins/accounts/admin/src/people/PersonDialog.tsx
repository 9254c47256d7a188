import { Alert, Button, Checkbox, Field, Flex, Modal, TextInput } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { SearchSelect } from '../../../../disclosure/admin/src/fields/SearchSelect';
import { useSource } from '../../../../disclosure/admin/src/fields/use-choices';
import type { Person, PersonAnswer } from '../../../server/contract';
import { useCreatePersonMutation, usePersonActMutation } from '../api/accounts-api';
import { DUTY_OPTIONS } from './texts';

type Props = {
  /** null: a new one */
  person: Person | null;
  onClose: () => void;
  onDone: (answer: PersonAnswer) => void;
};

/** A new person, or the name and duties of one. */
export function PersonDialog({ person, onClose, onDone }: Props) {
  const [name, setName] = React.useState(person?.name ?? '');
  const [email, setEmail] = React.useState('');
  const [department, setDepartment] = React.useState<string | null>(null);
  const [duties, setDuties] = React.useState<readonly string[]>(person?.duties ?? ['editor']);
  const [create, created] = useCreatePersonMutation();
  const [act, acted] = usePersonActMutation();
  const { options: departments } = useSource('departments');
  const errorText = useErrorText();
  const error = created.error ?? acted.error;
  const isComplete = Boolean(name.trim() && duties.length > 0 && (person || (email && department)));

  const save = async () => {
    const values = { name: name.trim(), duties: [...duties] };
    const answer = await (person
      ? act({ id: person.id, act: 'change', body: values })
      : create({ ...values, email: email.trim(), department: department ?? '' }));
    if ('data' in answer && answer.data) onDone(answer.data);
  };
  const toggle = (duty: string, isOn: boolean) =>
    setDuties(isOn ? [...duties, duty] : duties.filter((other) => other !== duty));

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{person ? '修改姓名、职责' : '新建人员'}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error ? (
              <Alert variant="danger" title="没有保存" closeLabel="关闭提示">
                {errorText(error)}
              </Alert>
            ) : null}
            <Field.Root name="name" required>
              <Field.Label>姓名</Field.Label>
              <TextInput
                value={name}
                maxLength={60}
                onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setName(target.value)}
              />
            </Field.Root>
            {person ? null : (
              <>
                <Field.Root
                  name="email"
                  required
                  hint="登录时用；初始密码由系统生成，请当面或用其他办法交给本人"
                >
                  <Field.Label>登录邮箱</Field.Label>
                  <TextInput
                    type="email"
                    value={email}
                    autoComplete="off"
                    onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setEmail(target.value)}
                  />
                  <Field.Hint />
                </Field.Root>
                <Field.Root name="department" required>
                  <Field.Label>部门</Field.Label>
                  <SearchSelect
                    name="department"
                    value={department}
                    options={departments}
                    placeholder="请选择"
                    onChange={setDepartment}
                  />
                </Field.Root>
              </>
            )}
            <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
              <legend style={{ fontSize: '1.2rem', fontWeight: 600, paddingBottom: '0.8rem' }}>职责</legend>
              <Flex gap={5} wrap="wrap">
                {DUTY_OPTIONS.map(({ value, label }) => (
                  <Checkbox
                    key={value}
                    checked={duties.includes(value)}
                    onCheckedChange={(isOn: boolean | 'indeterminate') => toggle(value, isOn === true)}
                  >
                    {label}
                  </Checkbox>
                ))}
              </Flex>
            </fieldset>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            取消
          </Button>
          <Button onClick={save} disabled={!isComplete} loading={created.isLoading || acted.isLoading}>
            {person ? '保存' : '新建'}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
