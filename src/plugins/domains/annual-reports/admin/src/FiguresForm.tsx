import { Alert, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { APPLICANT_KINDS } from '../../../../requests/shared/applicants';
import type { ReportTold } from '../../shared/contract';
import { FIGURES } from '../../shared/figures';
import { DepartmentChoice } from './DepartmentChoice';
import { filledFrom, toFigures, type Values } from './figure-values';
import { Grid, NumberField } from './NumberField';
import { Card } from './ReportPage';
import { useReadFiguresMutation, useSaveReportMutation } from './reports-api';

/** What only people know: figures of the second table, and the carry-over of a first year. */
export function FiguresForm({ report }: { report: ReportTold }) {
  const { documentId, version, figures, proposals, mayEdit, numbers } = report;
  const [values, setValues] = React.useState<Values>(() => filledFrom(figures));
  const [departments, setDepartments] = React.useState(report.departments);
  const [save, saving] = useSaveReportMutation();
  const [read, reading] = useReadFiguresMutation();
  const errorText = useErrorText();
  const error = saving.error ?? reading.error;
  const set = (name: string, value: string) => setValues((before) => ({ ...before, [name]: value }));
  const isFirstYear = numbers.before.from !== 'report';
  if (!mayEdit) return null;
  const importFile = async (file: File | undefined) => {
    if (!file) return;
    const answer = await read({ documentId, file });
    if ('data' in answer)
      for (const [code, value] of Object.entries(answer.data ?? {})) set(code, String(value));
  };
  const body = {
    expectedVersion: version,
    figures: toFigures(values, isFirstYear),
    ...(report.reportOf === 'district' ? { departments } : {}),
  };
  return (
    <Card title="填报的数据">
      {error ? (
        <Alert variant="danger" title="没有保存" closeLabel="关闭提示">
          {errorText(error)}
        </Alert>
      ) : null}
      {report.reportOf === 'district' ? (
        <DepartmentChoice choices={report.choices} chosen={departments} onChange={setDepartments} />
      ) : null}
      <Grid>
        {FIGURES.map(({ code, label, unit }) => (
          <NumberField
            key={code}
            name={code}
            label={`${label}（${unit}）`}
            value={values[code] ?? ''}
            hint={hintOf(report, code, proposals.figures[code])}
            onChange={(value) => set(code, value)}
          />
        ))}
      </Grid>
      {isFirstYear ? (
        <>
          <Typography fontWeight="bold">
            上一年度报告的“结转下年度继续办理”（系统内没有上一年度的报告，请照抄；没有的填0）
          </Typography>
          <Grid>
            {APPLICANT_KINDS.map(({ code, label }) => (
              <NumberField
                key={code}
                name={`before.${code}`}
                label={label}
                value={values[`before.${code}`] ?? ''}
                onChange={(value) => set(`before.${code}`, value)}
              />
            ))}
          </Grid>
        </>
      ) : null}
      <Flex gap={2} alignItems="center" wrap="wrap">
        <Button onClick={() => save({ documentId, body })} loading={saving.isLoading}>
          保存数据
        </Button>
        <Button variant="tertiary" tag="label" loading={reading.isLoading}>
          从表格导入
          <input
            type="file"
            accept=".xlsx,.csv"
            aria-label="从表格导入"
            style={{ position: 'absolute', opacity: 0, width: 1, height: 1 }}
            onChange={({ target }) => importFile(target.files?.[0])}
          />
        </Button>
        <Typography variant="pi" textColor="neutral600">
          表格须有“项目”“数量”两列，项目为行政许可、行政处罚、行政强制、行政事业性收费；导入后请核对并保存
        </Typography>
      </Flex>
    </Card>
  );
}

function hintOf(
  { reportOf, numbers }: ReportTold,
  code: keyof ReportTold['numbers']['figures'],
  known?: number,
): string {
  if (reportOf === 'district') return `不填为各部门报告之和，现为${numbers.figures[code] ?? '（都没有填）'}`;
  return known === undefined ? '没有的填0' : `系统内本年公开的此类决定${known}件，供参考`;
}
