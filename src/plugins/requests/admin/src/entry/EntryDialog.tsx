import * as React from 'react';
import { Dialog } from '../../../../disclosure/admin/src/shell/Dialog';
import { SecretDialog } from '../../../../disclosure/admin/src/shell/SecretDialog';
import { isComplete, toBody } from '../act-fields';
import { FormFields } from '../FormFields';
import { useEnterRequestMutation } from '../requests-api';
import { useDepartments } from '../use-departments';
import { APPLICATION_FIELDS, OUTER_FIELDS } from './entry-fields';

type Props = {
  /** the only department that she writes down for; null: any */
  department: string | null;
  onClose: () => void;
  onDone: (id: string) => void;
};

/** Writes down an application that came in on paper or by word of mouth. */
export function EntryDialog({ department, onClose, onDone }: Props) {
  const [values, setValues] = React.useState<Record<string, string>>({
    kind: 'information',
    ...(department ? { department } : {}),
  });
  const [entered, setEntered] = React.useState<{ id: string; queryCode: string } | null>(null);
  const [enter, { error, isLoading }] = useEnterRequestMutation();
  const departments = useDepartments();
  const save = async () => {
    const answer = await enter({
      ...toBody(OUTER_FIELDS, values),
      application: toBody(APPLICATION_FIELDS, values),
    });
    if ('data' in answer && answer.data) setEntered(answer.data);
  };
  if (entered) {
    return (
      <SecretDialog
        title="已登记"
        label="查询码"
        secret={entered.queryCode}
        advice="请把查询码和登记回执一起告诉申请人（当面交给、寄出，或者用邮件发送）：凭它和证件号码后四位查询办理情况、下载答复。它只显示这一次。"
        done="打开该申请"
        isLarge
        onClose={() => onDone(entered.id)}
      />
    );
  }
  const fields = [...OUTER_FIELDS, ...APPLICATION_FIELDS];
  return (
    <Dialog
      title="登记收到的申请"
      error={error}
      action="登记"
      isBusy={isLoading}
      isReady={isComplete(fields, values)}
      onAct={save}
      onClose={onClose}
    >
      <FormFields
        fields={fields.filter(({ name }) => name !== 'department' || !department)}
        values={values}
        onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        choices={{ department: departments }}
      />
    </Dialog>
  );
}
