import { useNavigate } from 'react-router-dom';
import { documentPath } from '../../../../disclosure/admin/src/home/paths';
import type { ProposalTold } from '../../../shared/proposals';
import type { ActField } from '../act-fields';
import { useDecideProposalMutation } from '../aid-api';
import { FormDialog } from '../FormDialog';
import { useOwnRows } from './use-own-rows';

type Props = { proposal: ProposalTold; how: 'accept' | 'decline'; onClose: () => void };

const TITLES = { accept: '纳入主动公开', decline: '不纳入主动公开' } as const;

/** Into which row of the catalogue it goes, or why it stays as it is. */
export function DecideDialog({ proposal, how, onClose }: Props) {
  const rows = useOwnRows(proposal.owner);
  const [decide, { error, isLoading }] = useDecideProposalMutation();
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
  const save = async (body: Record<string, unknown>) => {
    const answer = await decide({ id: proposal.id, how, body });
    if (!('data' in answer)) return;
    onClose();
    if (answer.data) navigate(documentPath(answer.data.uid, answer.data.documentId));
  };
  return (
    <FormDialog
      title={TITLES[how]}
      fields={fields}
      filled={{ title: proposal.title }}
      action={how === 'accept' ? '生成草稿' : '保存理由'}
      error={error}
      isBusy={isLoading}
      onSave={save}
      onClose={onClose}
    />
  );
}
