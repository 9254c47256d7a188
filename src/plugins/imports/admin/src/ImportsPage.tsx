import { Alert, Box, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import type { ImportJob, ImportPreview } from '../../server/contract';
import { useImportJobsQuery, useImportPreviewMutation, useImportTypesQuery } from './imports-api';
import { JobList } from './JobList';
import { MappingForm } from './MappingForm';
import { UploadForm } from './UploadForm';

/** Milliseconds between two looks at imports that run. */
const LOOK_MS = 1_000;

const TITLE = '批量导入';
const SUBTITLE = '上传表格或文档，核对列的对应关系后开始。导入的是草稿，仍由本部门另一位人员审核后发布';

/** 批量导入: upload, look at what was understood, run, see what became of each row. */
export function ImportsPage() {
  const types = useImportTypesQuery();
  const [preview, setPreview] = React.useState<ImportPreview | null>(null);
  const errorText = useErrorText();
  if (types.isLoading) return <Page.Loading />;
  const refusal = types.error ? errorText(types.error) : null;
  const isNobodys = refusal === null && types.data?.length === 0;
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle={SUBTITLE} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          {refusal ? <Notice text={refusal} /> : null}
          {isNobodys ? (
            <Notice text="本部门目前没有负责的公开事项，不能导入；请联系区政务公开办核对责任分工" />
          ) : null}
          {types.data && types.data.length > 0 ? (
            <>
              {preview ? (
                <MappingForm key={preview.job.id} preview={preview} onClose={() => setPreview(null)} />
              ) : (
                <UploadForm types={types.data} onUploaded={setPreview} />
              )}
              <Jobs onOpen={setPreview} />
            </>
          ) : null}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Typography>{text}</Typography>
    </Box>
  );
}

function Jobs({ onOpen }: { onOpen: (preview: ImportPreview) => void }) {
  const [isRunning, setRunning] = React.useState(false);
  const { data = [] } = useImportJobsQuery(undefined, {
    pollingInterval: isRunning ? LOOK_MS : 0,
    refetchOnMountOrArgChange: true,
  });
  const [open, { error }] = useImportPreviewMutation();
  const errorText = useErrorText();
  React.useEffect(() => setRunning(data.some(({ state }) => state === 'running')), [data]);
  const show = async (job: ImportJob) => {
    const answer = await open(job.id);
    if ('data' in answer && answer.data) onOpen(answer.data);
  };
  return (
    <>
      {error ? (
        <Alert variant="danger" title="打不开" closeLabel="关闭">
          {errorText(error)}
        </Alert>
      ) : null}
      <JobList jobs={data} onOpen={show} />
    </>
  );
}
