import { Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { type Column, DataTable } from '../../../../disclosure/admin/src/shell/DataTable';
import type { Workload, WorkloadLine } from '../../../shared/workload';
import { useRequestWorkloadQuery } from '../aid-api';
import { Card } from '../RequestPage';

type Handler = Workload['handlers'][number];

/** Who has how much in hand: departments, and people by who wrote the answer last. */
export function WorkloadPage() {
  const { data, error } = useRequestWorkloadQuery(undefined, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  if (error) return <Typography>{errorText(error)}</Typography>;
  if (!data) return <Page.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Card title="各部门">
        {data.departments.length === 0 ? <Typography>还没有申请。</Typography> : null}
        <DataTable
          columns={[{ head: '部门', cell: ({ name }) => name }, ...COUNTS]}
          rows={data.departments}
          keyOf={({ code }) => code}
          label="各部门的工作量"
        />
      </Card>
      <Card title="经办人">
        <Typography variant="pi" textColor="neutral600">
          按最后起草答复的人统计；近一年办结含申请人撤回的，与年度报告的办理结果一致；平均用时只算答复的，是从收到申请次日到答复的工作日，含征求意见的时间
        </Typography>
        <DataTable<Handler>
          columns={[
            { head: '经办人', cell: ({ name }) => name },
            { head: '部门', cell: ({ departmentName }) => departmentName },
            ...COUNTS,
          ]}
          rows={data.handlers}
          keyOf={({ code }) => code}
          label="经办人的工作量"
        />
      </Card>
    </Flex>
  );
}

const COUNTS: Column<WorkloadLine>[] = [
  { head: '待答复', cell: ({ open }) => open },
  {
    head: '已超期',
    cell: ({ overdue }) => (
      <Typography
        textColor={overdue > 0 ? 'danger700' : 'neutral800'}
        fontWeight={overdue > 0 ? 'bold' : undefined}
      >
        {overdue > 0 ? `${overdue}件超期` : '0'}
      </Typography>
    ),
  },
  { head: '本周到期', cell: ({ dueThisWeek }) => dueThisWeek },
  { head: '等申请人', cell: ({ waiting }) => waiting },
  { head: '近一年办结', cell: ({ ended }) => ended },
  { head: '平均用时', cell: ({ averageDays }) => (averageDays === null ? '—' : `${averageDays}个工作日`) },
];
