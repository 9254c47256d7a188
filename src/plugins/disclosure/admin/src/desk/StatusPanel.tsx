import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Desk } from '../../../server/desk/contract';
import { useDeskQuery } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { shanghaiTime } from '../shell/dates';
import { ExplainedDueDate } from './DueDate';
import { Findings } from './Findings';
import { Links } from './Links';

/** What is said of the document: by the reviewer, by the checks, then owner, number, due date and links. */
export function StatusPanel({ uid, documentId }: { uid: string; documentId: string }) {
  const { data: desk, error } = useDeskQuery({ uid, documentId });
  const errorText = useErrorText();
  if (error) return <Typography textColor="danger600">{errorText(error)}</Typography>;
  if (!desk) return <Typography textColor="neutral600">正在读取……</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {desk.state === 'returned' && desk.reviewComment ? (
        <Notice title="退回意见">{desk.reviewComment}</Notice>
      ) : null}
      {desk.schedule?.failure ? (
        <Notice title="定时发布没有成功">
          {`${shanghaiTime(desk.schedule.publishAt)} ${desk.schedule.failure}`}
        </Notice>
      ) : null}
      <Issues desk={desk} />
      <Findings desk={desk} />
      <Box tag="dl" width="100%">
        <Entry name="责任部门">{desk.ownerName ?? '—'}</Entry>
        <Entry name="索引号">{desk.indexNo ?? '首次发布时生成'}</Entry>
        {desk.schedule && !desk.schedule.failure ? (
          <Entry name="定时发布">{`${shanghaiTime(desk.schedule.publishAt)}（北京时间）自动公开`}</Entry>
        ) : null}
        {desk.takeDownOn ? <Entry name="公示截止日期">{`${desk.takeDownOn}，次日自动撤下`}</Entry> : null}
        <Entry name="公开期限">
          <ExplainedDueDate desk={desk} />
        </Entry>
        {desk.state !== 'returned' && desk.reviewComment ? (
          <Entry name={desk.state === 'submitted' ? '上次退回意见' : '审核意见'}>{desk.reviewComment}</Entry>
        ) : null}
        {desk.publicUrl ? (
          <Entry name="公开地址">
            <a href={desk.publicUrl} target="_blank" rel="noreferrer">
              <Typography textColor="primary600">{`${location.origin}${desk.publicUrl}`}</Typography>
            </a>
          </Entry>
        ) : null}
      </Box>
      <Links address={{ uid, documentId }} />
    </Flex>
  );
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box paddingBottom={3}>
      <Typography tag="dt" variant="pi" fontWeight="bold" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box background="danger100" borderColor="danger200" hasRadius padding={3} role="note" aria-label={title}>
      <Typography tag="div" variant="pi" fontWeight="bold" textColor="danger700">
        {title}
      </Typography>
      <Typography
        tag="div"
        textColor="neutral800"
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {children}
      </Typography>
    </Box>
  );
}

/** Only while it can still be mended. */
function Issues({ desk }: { desk: Desk }) {
  if (desk.issues.length === 0 || (desk.state !== 'draft' && desk.state !== 'returned')) return null;
  return (
    <Box
      background="warning100"
      borderColor="warning200"
      hasRadius
      padding={3}
      role="note"
      aria-label="提交前还需要"
    >
      <Typography tag="div" variant="pi" fontWeight="bold" textColor="warning700">
        提交前还需要
      </Typography>
      <ul>
        {desk.issues.map(({ field, message }) => (
          <li key={`${field}${message}`}>
            <Typography textColor="neutral800">{message}</Typography>
          </li>
        ))}
      </ul>
    </Box>
  );
}
