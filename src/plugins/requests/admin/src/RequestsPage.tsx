import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { type Column, DataTable } from '../../../disclosure/admin/src/shell/DataTable';
import type { QueueItem } from '../../shared/contract';
import { Deadline } from './Deadline';
import { EntryDialog } from './entry/EntryDialog';
import { type Filters, NO_FILTERS, QueueFilters } from './QueueFilters';
import { RequestPage } from './RequestPage';
import { useRequestQueueQuery } from './requests-api';
import { useDepartments } from './use-departments';
import { VIEWS, ViewLinks } from './views';

const TITLE = '依申请公开';
const SUBTITLE =
  '收到的政府信息公开申请，按答复期限排列，申请人逾期、可以办理的也排在前面；期限、暂停和延长由系统按条例计算';

/** The queue of requests, or the one that is looked at. */
export function RequestsPage() {
  const [search, setSearch] = useSearchParams();
  const id = search.get('id');
  const open = (next: string | null) => setSearch(next ? { id: next } : {});
  const choose = (view: string) => setSearch(view === 'queue' ? {} : { view });
  if (id) return <RequestPage key={id} id={id} onOpen={open} />;
  // notices name a proposal by its own word
  const code = search.get('view') ?? (search.has('proposal') ? 'proposals' : 'queue');
  const view = VIEWS.find((one) => one.code === code);
  if (!view) return <Queue onOpen={open} onChoose={choose} />;
  return (
    <Page.Main>
      <Page.Title>{view.label}</Page.Title>
      <Layouts.Header title={view.label} subtitle={TITLE} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          <ViewLinks now={view.code} onChoose={choose} />
          <view.Content onOpen={open} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

type QueueProps = { onOpen: (id: string) => void; onChoose: (view: string) => void };

function Queue({ onOpen, onChoose }: QueueProps) {
  const [filters, setFilters] = React.useState<Filters>(NO_FILTERS);
  const [cursors, setCursors] = React.useState<string[]>([]);
  const [isEntering, setEntering] = React.useState(false);
  const { data, error } = useRequestQueueQuery(
    { ...filters, cursor: cursors.at(-1) ?? null },
    { refetchOnMountOrArgChange: true },
  );
  const errorText = useErrorText();
  const departments = useDepartments();
  const choose = (next: Filters) => {
    setFilters(next);
    setCursors([]);
  };
  const counts = data?.meta.counts ?? {};
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header
        title={TITLE}
        subtitle={error ? errorText(error) : SUBTITLE}
        primaryAction={
          data ? (
            <Button startIcon={<Plus />} onClick={() => setEntering(true)}>
              登记收到的申请
            </Button>
          ) : null
        }
      />
      <Layouts.Content>
        {data ? (
          <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
            <ViewLinks now="queue" onChoose={onChoose} />
            <QueueFilters
              filters={filters}
              counts={counts}
              departments={data.meta.isWhole ? departments : []}
              onChange={choose}
            />
            {data.data.length === 0 ? (
              <Typography>没有这样的申请。</Typography>
            ) : (
              <DataTable columns={columnsFor(onOpen)} rows={data.data} keyOf={({ id }) => id} label="申请" />
            )}
            <Flex gap={2}>
              {cursors.length > 0 ? (
                <Button variant="tertiary" onClick={() => setCursors(cursors.slice(0, -1))}>
                  上一页
                </Button>
              ) : null}
              {data.meta.nextCursor ? (
                <Button
                  variant="tertiary"
                  onClick={() => setCursors([...cursors, String(data.meta.nextCursor)])}
                >
                  下一页
                </Button>
              ) : null}
            </Flex>
          </Flex>
        ) : error ? null : (
          <Page.Loading />
        )}
      </Layouts.Content>
      {isEntering ? (
        <EntryDialog
          department={data?.meta.enters ?? null}
          onClose={() => setEntering(false)}
          onDone={(id) => {
            setEntering(false);
            onOpen(id);
          }}
        />
      ) : null}
    </Page.Main>
  );
}

/** Where it stands; that somebody waited for in vain need not be waited for any more stands out. */
const Standing = ({ item: { stateLabel, clockState, clockLabel, lapse } }: { item: QueueItem }) => (
  <Flex direction="column" alignItems="flex-start" gap={1}>
    <Typography>
      {clockState && QUIET.includes(clockState)
        ? stateLabel
        : [stateLabel, clockLabel].filter(Boolean).join(' · ')}
    </Typography>
    {lapse ? (
      <Typography variant="pi" textColor="warning700" style={{ whiteSpace: 'normal' }}>
        {`${lapse}，可以办理`}
      </Typography>
    ) : null}
  </Flex>
);
/** The state says as much. */
const QUIET: readonly string[] = ['running', 'answered'];

const columnsFor = (onOpen: (id: string) => void): Column<QueueItem>[] => [
  { head: '编号', cell: ({ number }) => number ?? '未登记' },
  {
    head: '申请内容',
    cell: ({ id, title }) => (
      <Button
        variant="ghost"
        onClick={() => onOpen(id)}
        style={{ whiteSpace: 'normal', textAlign: 'left', height: 'auto', paddingInline: 0 }}
      >
        {title}
      </Button>
    ),
  },
  {
    head: '申请人',
    cell: ({ applicantName, applicantKindLabel }) =>
      `${applicantName ?? '（已删除）'}（${applicantKindLabel}）`,
  },
  { head: '承办部门', cell: ({ ownerName }) => ownerName },
  {
    head: '状态',
    cell: (item) => <Standing item={item} />,
  },
  { head: '答复期限', cell: (item) => <Deadline item={item} /> },
];
