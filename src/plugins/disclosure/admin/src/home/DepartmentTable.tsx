import { Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { DeskDepartmentWork, DeskLatest } from '../../../server/desk/contract';
import { useDepartmentsQuery } from '../api/workbench-api';
import { type Column, DataTable } from '../shell/DataTable';
import { coveragePath, departmentPath, workPath } from './paths';

type LatestProps = { department: string; latest: DeskLatest };
type Counted = 'overdue' | 'soon' | 'returned' | 'review' | 'publish';
const COUNTED: readonly [Counted, string][] = [
  ['overdue', '超期未公开'],
  ['soon', '7天内到期'],
  ['returned', '待修改'],
  ['review', '待审核'],
  ['publish', '待发布'],
];

const COLUMNS: readonly Column<DeskDepartmentWork>[] = [
  {
    head: '部门',
    cell: ({ department, name }) => (
      <Link to={departmentPath(department)}>
        <Typography textColor="primary600" fontWeight="semiBold">
          {name}
        </Typography>
      </Link>
    ),
  },
  {
    head: '最久超期',
    cell: ({ department, latest }) => (latest ? <Latest department={department} latest={latest} /> : '—'),
  },
  ...COUNTED.map(([key, head]) => ({
    head,
    cell: (row: DeskDepartmentWork) => (
      <Count value={row[key]} to={workPath(key, row.department)} label={`${row.name}${head}`} />
    ),
  })),
  {
    head: '按目录缺',
    cell: ({ department, name, missing }) => (
      <Count value={missing} to={coveragePath(department)} label={`${name}按目录缺`} />
    ),
  },
];

/** How every department stands, the latest first: for those who look at the whole district. */
export function DepartmentTable() {
  const { data } = useDepartmentsQuery(undefined, { refetchOnMountOrArgChange: true });
  if (!data) return null;
  return (
    <section aria-labelledby="departments">
      <Flex direction="column" alignItems="flex-start" gap={1} paddingBottom={4}>
        <Typography tag="h2" id="departments" variant="delta">
          各部门情况
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          超期最久的在前，下面写明是什么；点部门看它的工作台，点数字看是哪些信息
        </Typography>
      </Flex>
      <Box>
        <DataTable columns={COLUMNS} rows={data} keyOf={({ department }) => department} label="各部门情况" />
      </Box>
    </section>
  );
}

/** How late, and with what: the way to it. */
function Latest({ department, latest: { kind, what, dueOn, daysLate } }: LatestProps) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography textColor="danger600" fontWeight="bold">{`${daysLate}天（${dueOn}到期）`}</Typography>
      <Link to={kind === 'row' ? coveragePath(department) : workPath('overdue', department)}>
        <Typography variant="pi" textColor="primary600">
          {what}
        </Typography>
      </Link>
    </Flex>
  );
}

function Count({ value, to, label }: { value: number; to: string; label: string }) {
  if (value === 0) return <Typography textColor="neutral600">0</Typography>;
  return (
    <Link to={to} aria-label={`${label}${value}件`}>
      <Typography textColor="primary600" fontWeight="bold">
        {value}
      </Typography>
    </Link>
  );
}
