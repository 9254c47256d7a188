import { Box, Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useDownload } from '../../../disclosure/admin/src/api/use-download';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { shanghaiTime } from '../../../disclosure/admin/src/shell/dates';
import type { ImportJob } from '../../server/contract';
import { useRemoveImportMutation } from './imports-api';

type Props = { jobs: readonly ImportJob[]; onOpen: (job: ImportJob) => void };

/** Her last imports: how far each is, and what can be done with it. */
export function JobList({ jobs, onOpen }: Props) {
  if (jobs.length === 0) return null;
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Typography tag="h2" variant="delta">
        我的导入
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4} paddingTop={4}>
        {jobs.map((job) => (
          <li key={job.id}>
            <Job job={job} onOpen={onOpen} />
          </li>
        ))}
      </Flex>
    </Box>
  );
}

const doneOf = ({ counts }: ImportJob): number => counts.reduce((sum, { count }) => sum + count, 0);

function Job({ job, onOpen }: { job: ImportJob; onOpen: (job: ImportJob) => void }) {
  const done = doneOf(job);
  const share = job.total ? Math.round((done / job.total) * 100) : 0;
  const told = job.counts.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${count}条`);
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex gap={3} wrap="wrap">
        <Typography fontWeight="semiBold">{job.fileName}</Typography>
        <Typography textColor="neutral600">{job.typeName}</Typography>
        <Typography textColor={job.state === 'resumable' ? 'warning700' : 'neutral800'}>
          {job.stateName}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {shanghaiTime(job.createdAt)}
        </Typography>
      </Flex>
      {job.state === 'running' ? <ProgressBar value={share} aria-label="导入进度" /> : null}
      <Flex gap={3} wrap="wrap">
        <Typography variant="pi">
          {[`${done}/${job.total ?? 0}`, ...told].join(',')}
          {job.message ? `。${job.message}` : ''}
        </Typography>
        {job.state === 'ready' || job.state === 'resumable' ? (
          <Button size="S" variant="secondary" onClick={() => onOpen(job)}>
            {job.state === 'ready' ? '核对并开始' : '继续'}
          </Button>
        ) : null}
        {job.state === 'ready' ? <RemoveButton job={job} /> : null}
        {done > 0 ? <ReportButton job={job} /> : null}
      </Flex>
    </Flex>
  );
}

/** Of an import that was not begun: asks a second time, then removes it with its file. */
function RemoveButton({ job }: { job: ImportJob }) {
  const [asked, setAsked] = React.useState(false);
  const [remove, { isLoading }] = useRemoveImportMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const confirm = async () => {
    const answer = await remove(job.id);
    const failed = 'error' in answer && answer.error ? errorText(answer.error) : null;
    toggleNotification(failed ? { type: 'danger', message: failed } : { type: 'success', message: '已删除' });
  };
  return (
    <Button
      size="S"
      variant={asked ? 'danger' : 'tertiary'}
      aria-label={`${asked ? '确定删除' : '删除'}：${job.fileName}`}
      loading={isLoading}
      onClick={() => (asked ? confirm() : setAsked(true))}
    >
      {asked ? '确定删除' : '删除'}
    </Button>
  );
}

function ReportButton({ job }: { job: ImportJob }) {
  const { download, error, isBusy } = useDownload();
  return (
    <>
      <Button
        size="S"
        variant="tertiary"
        startIcon={<Download />}
        loading={isBusy}
        onClick={() => download(`/imports/jobs/${job.id}/report`, reportName(job))}
      >
        下载逐行结果
      </Button>
      {error ? <Typography textColor="danger600">{error}</Typography> : null}
    </>
  );
}

const reportName = ({ fileName }: ImportJob): string =>
  `${fileName.replace(/\.[^.]*$/, '')}-导入结果.${fileName.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv'}`;
