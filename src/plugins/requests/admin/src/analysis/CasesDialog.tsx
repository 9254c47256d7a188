import { LookDialog } from '../../../../disclosure/admin/src/shell/LookDialog';
import { type CasesAsked, useRequestCasesQuery } from './analysis-api';
import { RequestCases } from './RequestCases';

type Props = { asked: CasesAsked & { label: string }; onClose: () => void };

/** The requests behind a number of the analysis. */
export function CasesDialog({ asked: { label, ...asked }, onClose }: Props) {
  const cases = useRequestCasesQuery(asked, { refetchOnMountOrArgChange: true });
  return (
    <LookDialog title={label} asked={cases} onClose={onClose}>
      {(found) => <RequestCases cases={found} />}
    </LookDialog>
  );
}
