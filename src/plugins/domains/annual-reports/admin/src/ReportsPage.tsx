import { Badge, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { type Column, DataTable } from '../../../../disclosure/admin/src/shell/DataTable';
import { today } from '../../../../disclosure/admin/src/shell/dates';
import type { ReportItem, ReportList } from '../../shared/contract';
import { ReportPage } from './ReportPage';
import { useAnnualReportsQuery, useBeginReportMutation } from './reports-api';

const TITLE = '年度报告';
const SUBTITLE = '政府信息公开工作年度报告：数据由系统统计并核对，部门报送，公开办审核，部门发布';
/** Years that can be chosen: this one and those before it. */
const YEARS = 6;

/** 年度报告: whose report is how far, or the one that is looked at. */
export function ReportsPage() {
  const [search, setSearch] = useSearchParams();
  const id = search.get('id');
  const year = Number(search.get('year')) || Number(today().slice(0, 4)) - 1;
  const open = (next: string | null) => setSearch({ year: String(year), ...(next ? { id: next } : {}) });
  if (id) return <ReportPage key={id} id={id} year={year} />;
  return <Reports year={year} onYear={(next) => setSearch({ year: String(next) })} onOpen={open} />;
}

type Props = { year: number; onYear: (year: number) => void; onOpen: (id: string) => void };

function Reports({ year, onYear, onOpen }: Props) {
  const { data, error } = useAnnualReportsQuery(year, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  const thisYear = Number(today().slice(0, 4));
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle={error ? errorText(error) : SUBTITLE} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          <Flex>
            <SingleSelect aria-label="年度" value={String(year)} onChange={(value) => onYear(Number(value))}>
              {Array.from({ length: YEARS }, (_, index) => String(thisYear - index)).map((one) => (
                <SingleSelectOption key={one} value={one}>
                  {`${one}年`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Flex>
          {data ? <ReportTable list={data} onOpen={onOpen} /> : error ? null : <Page.Loading />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function ReportTable({ list: { items, year }, onOpen }: { list: ReportList; onOpen: (id: string) => void }) {
  const published = items.filter(({ publishedOn }) => publishedOn).length;
  const late = items.filter(({ isLate, publishedOn }) => isLate && !publishedOn).length;
  const columns: Column<ReportItem>[] = [
    { head: '报告主体', cell: ({ departmentName }) => departmentName },
    { head: '状态', cell: (item) => <State item={item} /> },
    { head: '公布期限', cell: ({ dueOn }) => dueOn },
    { head: '公布日期', cell: ({ publishedOn }) => publishedOn ?? '' },
    { head: '', cell: (item) => <Open item={item} year={year} onOpen={onOpen} /> },
  ];
  return (
    <>
      <Typography textColor="neutral600">
        {`共${items.length}份，已公布${published}份${late > 0 ? `，超过期限没有公布${late}份` : ''}。`}
      </Typography>
      <DataTable
        columns={columns}
        rows={items}
        keyOf={({ reportOf, department }) => `${reportOf}:${department}`}
        label={TITLE}
      />
    </>
  );
}

function State({ item: { stateName, isLate, publishedOn } }: { item: ReportItem }) {
  return (
    <Flex gap={2}>
      <Typography textColor="neutral800">{stateName}</Typography>
      {isLate ? (
        <Badge backgroundColor="danger100" textColor="danger700">
          {publishedOn ? '迟于期限公布' : '已超过期限'}
        </Badge>
      ) : null}
    </Flex>
  );
}

type OpenProps = { item: ReportItem; year: number; onOpen: (id: string) => void };

function Open({ item: { documentId, mayBegin, reportOf, departmentName }, year, onOpen }: OpenProps) {
  const [begin, { isLoading }] = useBeginReportMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  if (documentId) {
    return (
      <Button
        variant="tertiary"
        onClick={() => onOpen(documentId)}
        aria-label={`查看${departmentName}的报告`}
      >
        查看
      </Button>
    );
  }
  if (!mayBegin) return null;
  const start = async () => {
    const answer = await begin({ year, reportOf });
    if ('data' in answer) onOpen(answer.data.documentId);
    else toggleNotification({ type: 'danger', message: errorText(answer.error) });
  };
  return (
    <Button loading={isLoading} onClick={start}>
      开始编制
    </Button>
  );
}
