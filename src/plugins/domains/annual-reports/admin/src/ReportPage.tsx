import { Box, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { BackLink } from '../../../../disclosure/admin/src/shell/BackLink';
import type { ReportTold } from '../../shared/contract';
import type { CellName } from '../../shared/printed-tables';
import { CellDialog } from './CellDialog';
import { Checks } from './Checks';
import { FiguresForm } from './FiguresForm';
import { ReportTables } from './ReportTables';
import { useAnnualReportQuery } from './reports-api';
import { Steps } from './Steps';
import { TextsForm } from './TextsForm';

/** One report: what can be done with it, what does not come out, its figures, texts and tables. */
export function ReportPage({ id, year }: { id: string; year: number }) {
  const { data, error, isFetching } = useAnnualReportQuery(id, { refetchOnMountOrArgChange: true });
  // the forms keep what is typed while other parts are saved, so they must not begin with what the cache remembers
  const [isFresh, setFresh] = React.useState(false);
  React.useEffect(() => {
    if (!isFetching) setFresh(true);
  }, [isFetching]);
  const [asked, setAsked] = React.useState<
    (Omit<CellName, 'table'> & { table: string; label: string }) | null
  >(null);
  const errorText = useErrorText();
  if (!data || !isFresh) return error ? <Page.Main>{errorText(error)}</Page.Main> : <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{data.title}</Page.Title>
      <Layouts.Header
        title={data.title}
        subtitle={`${data.stateName} · 公布期限${data.dueOn}`}
        navigationAction={<BackLink to={`/plugins/annual-reports?year=${year}`}>全部报告</BackLink>}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          <Steps report={data} />
          <Checks report={data} />
          <FiguresForm report={data} />
          <Card title="三张表（点击数字查看计入的事项）">
            <ReportTables numbers={data.numbers} failures={data.failures} onAsk={setAsked} />
            <Fee
              report={data}
              onAsk={() => setAsked({ table: 'fees', line: 'fees', column: '', label: '信息处理费' })}
            />
          </Card>
          <TextsForm report={data} />
        </Flex>
      </Layouts.Content>
      {asked ? <CellDialog documentId={id} asked={asked} onClose={() => setAsked(null)} /> : null}
    </Page.Main>
  );
}

const Fee = ({ report: { numbers }, onAsk }: { report: ReportTold; onAsk: () => void }) => (
  <Typography>
    {'本年收取信息处理费（写入第六部分）：'}
    <NumberButton label="信息处理费" text={String(numbers.feeYuan)} onClick={onAsk} />
    {' 元'}
  </Typography>
);

/** A number that tells what it counts. */
export const NumberButton = ({
  label,
  text,
  onClick,
}: {
  label: string;
  text: string;
  onClick: () => void;
}) => (
  <button
    type="button"
    aria-label={`${label}：${text}，查看计入的事项`}
    onClick={onClick}
    style={{
      font: 'inherit',
      color: 'inherit',
      textDecoration: 'underline dotted',
      cursor: 'pointer',
      minWidth: '1.5rem',
    }}
  >
    {text}
  </button>
);

export function Card({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6} tag="section" aria-label={title}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
}
