import { Button, Flex, Main, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { WorkPage as Work, WorkItem } from '../../../server/desk/contract';
import { useErrorText } from '../api/use-error-text';
import { useWorkPageQuery } from '../api/workbench-api';
import { DueDate } from '../desk/DueDate';
import { StateBadge } from '../desk/StateBadge';
import { documentPath } from '../home/paths';
import { BackLink } from '../shell/BackLink';
import { type Column, DataTable } from '../shell/DataTable';
import { shanghaiTime } from '../shell/dates';
import { Wrapped } from '../shell/Wrapped';

const COLUMNS: readonly Column<WorkItem>[] = [
  {
    head: '标题',
    cell: ({ uid, documentId, title }) => (
      <Link to={documentPath(uid, documentId)}>
        <Wrapped width="44rem">{title ?? '（无标题）'}</Wrapped>
      </Link>
    ),
  },
  { head: '状态', cell: ({ state, stateName }) => <StateBadge state={state} name={stateName} /> },
  { head: '责任部门', cell: ({ ownerName }) => ownerName },
  { head: '公开期限', cell: ({ dueOn }) => (dueOn ? <DueDate dueOn={dueOn} isOpen /> : '—') },
  { head: '修改时间', cell: ({ updatedAt }) => shanghaiTime(updatedAt) },
];

/** All documents of a group of the home page. */
export default function WorkPage() {
  const [search, setSearch] = useSearchParams();
  const group = search.get('group') ?? 'overdue';
  const department = search.get('department') ?? undefined;
  const page = Number(search.get('page') ?? 1);
  const { currentData, error } = useWorkPageQuery(
    { group, department, page },
    { refetchOnMountOrArgChange: true },
  );
  const errorText = useErrorText();
  if (!currentData && !error) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>{currentData?.label ?? '待办'}</Page.Title>
      <Layouts.Header
        title={currentData ? `${currentData.label}（${currentData.total}件）` : '待办'}
        subtitle={error ? errorText(error) : currentData?.hint}
        navigationAction={<BackLink to={department ? `/?department=${department}` : '/'}>返回首页</BackLink>}
      />
      <Layouts.Content>
        {currentData ? (
          <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
            {currentData.items.length > 0 ? (
              <DataTable
                columns={COLUMNS}
                rows={currentData.items}
                keyOf={({ documentId }) => documentId}
                label={currentData.label}
              />
            ) : (
              <Typography textColor="neutral600">没有这样的信息了</Typography>
            )}
            <Pages
              work={currentData}
              onTurn={(to) => setSearch({ ...Object.fromEntries(search), page: String(to) })}
            />
          </Flex>
        ) : null}
      </Layouts.Content>
    </Main>
  );
}

function Pages({ work: { page, pageSize, total }, onTurn }: { work: Work; onTurn: (page: number) => void }) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1 && page === 1) return null;
  return (
    <Flex gap={4} justifyContent="center">
      <Button variant="tertiary" disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        上一页
      </Button>
      <Typography textColor="neutral600">{`第${page}页，共${last}页`}</Typography>
      <Button variant="tertiary" disabled={page >= last} onClick={() => onTurn(page + 1)}>
        下一页
      </Button>
    </Flex>
  );
}
