import * as React from 'react';
import { useNavigate } from 'react-router-dom';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { documentPath } from '../../../../disclosure/admin/src/home/paths';
import { Dialog } from '../../../../disclosure/admin/src/shell/Dialog';
import type { ProposalTold } from '../../../shared/proposals';
import { type ActField, isComplete, toBody } from '../act-fields';
import { useDecideProposalMutation } from '../aid-api';
import { FormFields } from '../FormFields';
import { useOwnRows } from './use-own-rows';

type Props = { proposal: ProposalTold; how: 'accept' | 'decline'; onClose: () => void };

const TITLES = { accept: '纳入主动公开', decline: '不纳入主动公开' } as const;

/** Into which row of the catalogue it goes, or why it stays as it is. */
export function DecideDialog({ proposal, how, onClose }: Props) {
  const rows = useOwnRows(proposal.owner);
  const [values, setValues] = React.useState<Record<string, string>>({ title: proposal.title });
  const [decide, { error, isLoading }] = useDecideProposalMutation();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const fields: readonly ActField[] =
    how === 'accept'
      ? [
          {
            name: 'catalogueItem',
            label: '目录事项',
            kind: 'choice',
            choices: rows,
            hint: '本部门负责公开的目录事项',
          },
          { name: 'title', label: '标题', kind: 'text', hint: '公开用的标题，不写申请人的信息' },
        ]
      : [{ name: 'reason', label: '理由', kind: 'words' }];
  const save = async () => {
    const answer = await decide({ id: proposal.id, how, body: toBody(fields, values) });
    if (!('data' in answer)) return;
    onClose();
    if (answer.data) navigate(documentPath(answer.data.uid, answer.data.documentId));
  };
  return (
    <Dialog
      title={TITLES[how]}
      problem={error ? errorText(error) : null}
      action={how === 'accept' ? '生成草稿' : '保存理由'}
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
