import { Alert, Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { ReportTold } from '../../shared/contract';
import { TEXTS, type TextCode, type Texts } from '../../shared/sections';
import { Card } from './ReportPage';
import { useSaveReportMutation } from './reports-api';

/** The parts that people write; what is counted is proposed as sentences that they can take over. */
export function TextsForm({ report }: { report: ReportTold }) {
  const { documentId, version, proposals, mayEdit } = report;
  const [texts, setTexts] = React.useState<Texts>(report.texts);
  const [save, { error, isLoading }] = useSaveReportMutation();
  const errorText = useErrorText();
  const set = (code: TextCode, text: string) => setTexts((before) => ({ ...before, [code]: text }));
  return (
    <Card title="文字部分">
      {error ? (
        <Alert variant="danger" title="没有保存" closeLabel="关闭提示">
          {errorText(error)}
        </Alert>
      ) : null}
      {TEXTS.map(({ code, label }) => (
        <Box key={code}>
          {mayEdit ? (
            <Field.Root name={code} required>
              <Field.Label>{label}</Field.Label>
              <Textarea
                value={texts[code] ?? ''}
                style={{ minHeight: '12rem' }}
                onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => set(code, target.value)}
              />
            </Field.Root>
          ) : (
            <>
              <Typography fontWeight="bold">{label}</Typography>
              <Typography tag="p" style={{ whiteSpace: 'pre-line' }}>
                {texts[code] || '（没有填写）'}
              </Typography>
            </>
          )}
          {mayEdit && proposals.texts[code] ? (
            <Proposal
              text={proposals.texts[code]}
              onTake={() => set(code, [texts[code], proposals.texts[code]].filter(Boolean).join('\n'))}
            />
          ) : null}
        </Box>
      ))}
      {mayEdit ? (
        <Flex>
          <Button
            loading={isLoading}
            onClick={() => save({ documentId, body: { expectedVersion: version, texts } })}
          >
            保存文字
          </Button>
        </Flex>
      ) : null}
    </Card>
  );
}

const Proposal = ({ text, onTake }: { text: string; onTake: () => void }) => (
  <Flex gap={2} alignItems="flex-start" paddingTop={2} justifyContent="space-between">
    <Typography variant="pi" textColor="neutral600">{`系统统计：${text}`}</Typography>
    <Button variant="tertiary" size="S" onClick={onTake} style={{ flexShrink: 0 }}>
      采用这段话
    </Button>
  </Flex>
);
