import { Alert, Button, Flex, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { APPLICANT_KINDS } from '../../shared/applicants';
import { CHANNELS, DELIVERIES, ID_TYPES, MEDIA } from '../../shared/choices';
import { REQUEST_KINDS } from '../../shared/kinds';
import { type ActField, isComplete, toBody } from './act-fields';
import { FormFields } from './FormFields';
import { useEnterRequestMutation } from './requests-api';
import { useDepartments } from './use-departments';

const OUTER: readonly ActField[] = [
  {
    name: 'channel',
    label: '申请的方式',
    kind: 'choice',
    choices: CHANNELS.filter(({ code }) => code !== 'online'),
  },
  {
    name: 'receivedOn',
    label: '收到申请之日',
    kind: 'date',
    hint: '当面：提交之日；需签收的信函：签收之日；平信、传真、邮件：双方确认之日',
  },
];
const FIELDS: readonly ActField[] = [
  { name: 'kind', label: '申请的类型', kind: 'choice', choices: REQUEST_KINDS },
  { name: 'department', label: '申请的机关', kind: 'department' },
  { name: 'applicant.kind', label: '申请人类型', kind: 'choice', choices: APPLICANT_KINDS },
  { name: 'applicant.name', label: '姓名或者单位名称', kind: 'text' },
  { name: 'applicant.idType', label: '证件类型', kind: 'choice', choices: ID_TYPES },
  { name: 'applicant.idNumber', label: '证件号码', kind: 'text' },
  { name: 'applicant.phone', label: '联系电话', kind: 'text', optional: true },
  { name: 'applicant.email', label: '电子邮箱', kind: 'text', optional: true },
  {
    name: 'applicant.address',
    label: '通信地址',
    kind: 'text',
    optional: true,
    hint: '电话、邮箱、地址至少填写一项',
  },
  { name: 'wanted.name', label: '信息名称', kind: 'text', optional: true },
  { name: 'wanted.docNo', label: '文号', kind: 'text', optional: true },
  {
    name: 'wanted.description',
    label: '特征描述',
    kind: 'words',
    optional: true,
    hint: '名称、文号、描述至少填写一项',
  },
  {
    name: 'wanted.evidence',
    label: '更正的理由和证据',
    kind: 'words',
    optional: true,
    hint: '申请更正的必须填写',
  },
  { name: 'form.medium', label: '载体形式', kind: 'choice', choices: MEDIA },
  { name: 'form.delivery', label: '获取方式', kind: 'choice', choices: DELIVERIES },
];

type Props = { onClose: () => void; onDone: (id: string) => void };

/** Writes down an application that came in on paper or by word of mouth. */
export function EntryDialog({ onClose, onDone }: Props) {
  const [values, setValues] = React.useState<Record<string, string>>({ kind: 'information' });
  const [code, setCode] = React.useState<{ id: string; queryCode: string } | null>(null);
  const [enter, { error, isLoading }] = useEnterRequestMutation();
  const errorText = useErrorText();
  const departments = useDepartments();
  const save = async () => {
    const answer = await enter({ ...toBody(OUTER, values), application: toBody(FIELDS, values) });
    if ('data' in answer && answer.data) setCode(answer.data);
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>登记收到的申请</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {code ? (
            <Flex direction="column" alignItems="stretch" gap={2}>
              <Typography>已登记。请把查询码写在回执上交给申请人，它只显示这一次：</Typography>
              <Typography variant="delta">{code.queryCode}</Typography>
            </Flex>
          ) : (
            <Flex direction="column" alignItems="stretch" gap={4}>
              {error ? (
                <Alert variant="danger" title="没有登记" closeLabel="关闭提示">
                  {errorText(error)}
                </Alert>
              ) : null}
              <FormFields
                fields={[...OUTER, ...FIELDS]}
                values={values}
                onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
                choices={{ department: departments }}
              />
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          {code ? (
            <Button onClick={() => onDone(code.id)}>打开该申请</Button>
          ) : (
            <>
              <Button variant="tertiary" onClick={onClose}>
                取消
              </Button>
              <Button
                onClick={save}
                disabled={!isComplete([...OUTER, ...FIELDS], values)}
                loading={isLoading}
              >
                登记
              </Button>
            </>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
