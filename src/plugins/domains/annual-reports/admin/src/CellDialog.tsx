import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { DataTable } from '../../../../disclosure/admin/src/shell/DataTable';
import { LookDialog } from '../../../../disclosure/admin/src/shell/LookDialog';
import { RequestCases } from '../../../../requests/admin/src/analysis/RequestCases';
import type { CellTold } from '../../shared/contract';
import { useReportCellQuery } from './reports-api';

type Props = {
  documentId: string;
  asked: { table: string; line: string; column: string; label: string };
  onClose: () => void;
};

/** What a number counts, now. */
export function CellDialog({ documentId, asked: { label, ...cell }, onClose }: Props) {
  const asked = useReportCellQuery({ documentId, ...cell }, { refetchOnMountOrArgChange: true });
  return (
    <LookDialog title={label} asked={asked} onClose={onClose}>
      {(told) => <Rows told={told} />}
    </LookDialog>
  );
}

function Rows({ told: { total, rule, requests, disputes, publications, reports } }: { told: CellTold }) {
  const shown = requests.length + disputes.length + publications.length;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{`按今天的数据为${total}。计数方法：${rule}。`}</Typography>
      {requests.length > 0 ? <RequestCases cases={requests} /> : null}
      {disputes.length > 0 ? (
        <DataTable
          label="复议、诉讼"
          rows={disputes}
          keyOf={({ id }) => id}
          columns={[
            {
              head: '申请编号',
              cell: ({ requestId, number }) => (
                <Link to={`/plugins/requests?id=${requestId}`}>
                  <Typography textColor="primary600">{number ?? '未登记'}</Typography>
                </Link>
              ),
            },
            { head: '答复的部门', cell: ({ ownerName }) => ownerName },
            { head: '复议机关、法院', cell: ({ organ }) => organ },
            { head: '案号', cell: ({ caseNo }) => caseNo ?? '' },
            { head: '受理日期', cell: ({ filedOn }) => filedOn },
            { head: '审结日期', cell: ({ closedOn }) => closedOn ?? '尚未审结' },
          ]}
        />
      ) : null}
      {publications.length > 0 ? (
        <DataTable
          label="文件"
          rows={publications}
          keyOf={({ documentId }) => documentId}
          columns={[
            { head: '标题', cell: ({ title }) => title },
            { head: '文号', cell: ({ docNo }) => docNo ?? '' },
            { head: '成文日期', cell: ({ day }) => day ?? '' },
          ]}
        />
      ) : null}
      {reports.length > 0 ? (
        <DataTable
          label="各部门填报"
          rows={reports}
          keyOf={({ department }) => department}
          columns={[
            { head: '部门', cell: ({ department }) => department },
            { head: '填报的数', cell: ({ value }) => value ?? '未填' },
          ]}
        />
      ) : null}
      {total > 0 && shown === 0 && reports.length === 0 ? (
        <Typography textColor="neutral600">明细只有承办部门和公开办可以查看，或者这个数由人填报。</Typography>
      ) : null}
      {shown > 0 && shown < total ? (
        <Typography textColor="neutral600">{`这里列出其中${shown}项。`}</Typography>
      ) : null}
    </Flex>
  );
}
