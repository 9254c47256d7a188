import { Alert, Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
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
  const save = useSaveFile(report);
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
          <Button key={format} variant="tertiary" onClick={() => save(format)}>
            {`下载 ${label}`}
          </Button>
        ))}
        {report.publicUrl ? (
          <Button tag="a" variant="tertiary" href={report.publicUrl} target="_blank" rel="noreferrer">
            公众看到的页面
          </Button>
        ) : null}
      </Flex>
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
  const errorText = useErrorText();
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
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{LABELS[verb] ?? label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error ? (
              <Alert variant="danger" title="没有办理" closeLabel="关闭提示">
                {errorText(error)}
              </Alert>
            ) : null}
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
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            取消
          </Button>
          <Button
            onClick={act}
            loading={submitting.isLoading || using.isLoading}
            disabled={wants === 'required' && !reason.trim()}
          >
            {LABELS[verb] ?? label}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
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

function useSaveFile({ documentId, title }: ReportTold): (format: string) => Promise<void> {
  const { get } = useFetchClient();
  return async (format) => {
    const { data } = await get<Blob>(`/annual-reports/desk/${documentId}/files/${format}`, {
      responseType: 'blob',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(data);
    link.download = `${title}.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
}
