import { Badge, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { type Column, DataTable } from '../../../disclosure/admin/src/shell/DataTable';
import type { QueueItem } from '../../shared/contract';
import { STATES } from '../../shared/states';
import { EntryDialog } from './EntryDialog';
import { RequestPage } from './RequestPage';
import { useRequestQueueQuery } from './requests-api';

const TITLE = '依申请公开';
const SUBTITLE = '收到的政府信息公开申请，按答复期限排列；期限、暂停和延长由系统按条例计算';

/** The queue of requests, or the one that is looked at. */
export function RequestsPage() {
  const [search, setSearch] = useSearchParams();
  const id = search.get('id');
  const open = (next: string | null) => setSearch(next ? { id: next } : {});
  return id ? <RequestPage key={id} id={id} onOpen={open} /> : <Queue onOpen={open} />;
}

function Queue({ onOpen }: { onOpen: (id: string) => void }) {
  const [state, setState] = React.useState('open');
  const [cursors, setCursors] = React.useState<string[]>([]);
  const [isEntering, setEntering] = React.useState(false);
  const { data, error } = useRequestQueueQuery(
    { state, cursor: cursors.at(-1) ?? null },
    { refetchOnMountOrArgChange: true },
  );
  const errorText = useErrorText();
  const choose = (next: string) => {
    setState(next);
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
            <SingleSelect aria-label="状态" value={state} onChange={(value) => choose(String(value))}>
              <SingleSelectOption value="open">待答复</SingleSelectOption>
              {STATES.map(({ code, label }) => (
                <SingleSelectOption key={code} value={code}>
                  {`${label}（${counts[code] ?? 0}）`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
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

const columnsFor = (onOpen: (id: string) => void): Column<QueueItem>[] => [
  { head: '编号', cell: ({ number }) => number ?? '未登记' },
  {
    head: '申请内容',
    cell: ({ id, title }) => (
      <Button
        variant="ghost"
        onClick={() => onOpen(id)}
        style={{ whiteSpace: 'normal', textAlign: 'left', height: 'auto' }}
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
    cell: ({ stateLabel, clockLabel }) =>
      `${stateLabel}${clockLabel && clockLabel !== '计时中' ? ` · ${clockLabel}` : ''}`,
  },
  { head: '答复期限', cell: (item) => <Deadline item={item} /> },
];

const COLOURS = {
  overdue: ['danger200', 'danger700'],
  red: ['danger100', 'danger700'],
  amber: ['warning100', 'warning700'],
  none: ['neutral150', 'neutral700'],
} as const;

/** The due date, and how much of the term is left. */
export function Deadline({
  item: { dueOn, workingDaysLeft: left, urgency },
}: {
  item: Pick<QueueItem, 'dueOn' | 'workingDaysLeft' | 'urgency'>;
}) {
  if (!dueOn) return <Typography textColor="neutral600">未起算</Typography>;
  const [background, text] = COLOURS[urgency];
  const words = left === null ? '' : left < 0 ? `，超期${-left}个工作日` : `，还有${left}个工作日`;
  return (
    <Badge backgroundColor={background} textColor={text}>
      {`${dueOn}${words}`}
    </Badge>
  );
}
