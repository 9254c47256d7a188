import { Alert, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useDownload } from '../../../../disclosure/admin/src/api/use-download';
import { Dialog } from '../../../../disclosure/admin/src/shell/Dialog';
import type { ReportButton, ReportTold } from '../../shared/contract';
import { Card } from './ReportPage';
import { useReportVerbMutation, useSubmitReportMutation } from './reports-api';

const FORMATS = [
  ['docx', 'Word（DOCX）'],
  ['pdf', 'PDF'],
  ['xlsx', '三张表（XLSX）'],
] as const;

/** The steps from the draft to the public, with why not, and the report as a file. */
export function Steps({ report }: { report: ReportTold }) {
  const [asked, setAsked] = React.useState<ReportButton | null>(null);
  const here = report.buttons.filter(({ allowed }) => allowed);
  const off = report.buttons.filter(({ allowed }) => !allowed);
  const { download, error, isBusy } = useDownload();
  const save = (format: string) =>
    download(`/annual-reports/desk/${report.documentId}/files/${format}`, `${report.title}.${format}`);
  return (
    <Card title="办理">
      {report.reviewComment ? (
        <Alert variant="warning" title="公开办的意见" closeLabel="关闭提示">
          {report.reviewComment}
        </Alert>
      ) : null}
      <Flex gap={2} wrap="wrap">
        {here.map((button) => (
          <Button key={button.verb} onClick={() => setAsked(button)}>
            {LABELS[button.verb] ?? button.label}
          </Button>
        ))}
        {FORMATS.map(([format, label]) => (
          <Button key={format} variant="tertiary" disabled={isBusy} onClick={() => save(format)}>
            {`下载 ${label}`}
          </Button>
        ))}
        {report.publicUrl ? (
          <Button tag="a" variant="tertiary" href={report.publicUrl} target="_blank" rel="noreferrer">
            公众看到的页面
          </Button>
        ) : null}
      </Flex>
      {error ? (
        <Alert variant="danger" title="没有下载" closeLabel="关闭提示">
          {error}
        </Alert>
      ) : null}
      {off.length > 0 ? (
        <details>
          <summary>
            <Typography textColor="neutral600">{`现在不能办理的（${off.length}）`}</Typography>
          </summary>
          {off.map(({ verb, label, why }) => (
            <Typography key={verb} tag="p" textColor="neutral600">
              {`${LABELS[verb] ?? label}：${why ?? ''}`}
            </Typography>
          ))}
        </details>
      ) : null}
      {asked ? <StepDialog report={report} button={asked} onClose={() => setAsked(null)} /> : null}
    </Card>
  );
}

const LABELS: Record<string, string> = { submit: '提交公开办审核' };

type DialogProps = { report: ReportTold; button: ReportButton; onClose: () => void };

function StepDialog({ report, button: { verb, label, reason: wants }, onClose }: DialogProps) {
  const [reason, setReason] = React.useState('');
  const [submit, submitting] = useSubmitReportMutation();
  const [use, using] = useReportVerbMutation();
  const error = submitting.error ?? using.error;
  const { documentId, uid, version: expectedVersion } = report;
  const act = async () => {
    const body = { expectedVersion, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    const answer =
      verb === 'submit'
        ? await submit({ documentId, body: { expectedVersion } })
        : await use({ uid, documentId, verb, body });
    if ('data' in answer) onClose();
  };
  return (
    <Dialog
      title={LABELS[verb] ?? label}
      error={error}
      action={LABELS[verb] ?? label}
      isBusy={submitting.isLoading || using.isLoading}
      isReady={wants !== 'required' || Boolean(reason.trim())}
      onAct={act}
      onClose={onClose}
    >
      <Typography>{HINTS[verb] ?? ''}</Typography>
      {wants === 'none' ? null : (
        <Field.Root name="reason" required={wants === 'required'}>
          <Field.Label>理由</Field.Label>
          <Textarea
            value={reason}
            onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => setReason(target.value)}
          />
        </Field.Root>
      )}
    </Dialog>
  );
}

const HINTS: Record<string, string> = {
  submit: '提交后数据不再变动，由区政务公开办审核。请先保存没有保存的内容。',
  approve: '审核通过后，由编制的部门发布。',
  return: '退回后由编制的部门修改，再次提交时重新统计。',
  publish: '发布后公众可以阅读和下载。',
  correct: '更正期间，公众看到的仍是原来的报告。',
  withdraw: '撤回后公众看到撤回的理由。',
};
