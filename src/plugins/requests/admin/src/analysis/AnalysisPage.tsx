import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { type Column, DataTable } from '../../../../disclosure/admin/src/shell/DataTable';
import { today } from '../../../../disclosure/admin/src/shell/dates';
import { type Analysis, type AnalysisRow, DIMENSIONS, MEASURES } from '../../../shared/analysis';
import { AnalysisFilters } from './AnalysisFilters';
import { type AnalysisAsked, type CasesAsked, useRequestAnalysisQuery } from './analysis-api';
import { CasesDialog } from './CasesDialog';

const TITLE = '申请分析';
const SUBTITLE = '本年度收到或者答复的申请；点击数字查看是哪些申请。部门只看到本部门的申请';

/** 申请分析: the requests of a year, laid out by one thing; each number opens its cases. */
export function AnalysisPage() {
  const [asked, setAsked] = React.useState<AnalysisAsked>({
    ...{ year: today().slice(0, 4), dimension: 'month', department: '', word: '' },
  });
  const [cases, setCases] = React.useState<(CasesAsked & { label: string }) | null>(null);
  const { data, error } = useRequestAnalysisQuery(asked, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  const set = (changes: Partial<AnalysisAsked>) => setAsked((before) => ({ ...before, ...changes }));
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle={error ? errorText(error) : SUBTITLE} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          <AnalysisFilters asked={asked} onChange={set} />
          {data ? (
            <Rows
              analysis={data}
              onAsk={(row, measure, label) =>
                setCases({ ...asked, measure, label, key: row === data.total ? null : row.key })
              }
            />
          ) : error ? null : (
            <Page.Loading />
          )}
          {asked.dimension === 'subject' ? (
            <Typography textColor="neutral600">
              主题按申请内容是否提到该词归类，由密钥散列的字对比对得出，不打开申请内容；一件申请可以属于几个主题。
            </Typography>
          ) : null}
        </Flex>
      </Layouts.Content>
      {cases ? <CasesDialog asked={cases} onClose={() => setCases(null)} /> : null}
    </Page.Main>
  );
}

type RowsProps = {
  analysis: Analysis;
  onAsk: (row: AnalysisRow, measure: string, label: string) => void;
};

function Rows({ analysis: { rows, total, dimension }, onAsk }: RowsProps) {
  const head = DIMENSIONS.find(({ code }) => code === dimension)?.label ?? '';
  const columns: Column<AnalysisRow>[] = [
    { head, cell: ({ label }) => label },
    ...MEASURES.map(
      ({ code, label }): Column<AnalysisRow> => ({
        head: label,
        cell: (row) =>
          row.counts[code] === 0 ? (
            '0'
          ) : (
            <button
              type="button"
              aria-label={`${row.label}${label}：${row.counts[code]}件，查看`}
              onClick={() => onAsk(row, code, `${row.label}：${label}${row.counts[code]}件`)}
              style={{ font: 'inherit', cursor: 'pointer' }}
            >
              <Typography textColor="primary600" style={{ textDecoration: 'underline' }}>
                {row.counts[code]}
              </Typography>
            </button>
          ),
      }),
    ),
    { head: '平均用时（工作日）', cell: ({ meanDays }) => meanDays ?? '—' },
    { head: '最长用时', cell: ({ mostDays }) => mostDays ?? '—' },
  ];
  if (total.counts.received + total.counts.answered === 0) return <Typography>没有这样的申请。</Typography>;
  return (
    <DataTable columns={columns} rows={[...rows, total]} keyOf={({ key }) => key || '合计'} label={TITLE} />
  );
}
