import { Box, Field, Flex, Main, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import type { DeskCoverage, DeskCoverageRow } from '../../../server/desk/contract';
import { type CoverageFilter, useCoverageQuery } from '../api/pages-api';
import { useErrorText } from '../api/use-error-text';
import { SearchSelect } from '../fields/SearchSelect';
import { useSource } from '../fields/use-choices';
import { today } from '../shell/dates';
import { CoverageTable } from './CoverageTable';
import { DomainTable } from './DomainTable';
import { ItemsDialog } from './ItemsDialog';
import { type Figure, periodsUntil, worstFirst } from './order';

type Opened = { row: DeskCoverageRow; figure: Figure };

/** 公开覆盖: what was due, in time, late and missing, of each row and department. */
export default function CoveragePage() {
  const [search, setSearch] = useSearchParams();
  const filter: CoverageFilter = Object.fromEntries(search);
  const { data, error } = useCoverageQuery(filter, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  const [opened, setOpened] = React.useState<Opened | null>(null);
  const own = data?.department;
  const isBegun = React.useRef(search.size > 0);
  React.useEffect(() => {
    // a department begins with what is its own
    if (!isBegun.current && own) setSearch({ department: own }, { replace: true });
    if (data) isBegun.current = true;
  }, [data, own]);
  const set = (name: keyof CoverageFilter) => (value: string | null) => {
    const { [name]: _before, ...others } = filter;
    setSearch(value ? { ...others, [name]: value } : others);
  };
  return (
    <Main>
      <Page.Title>公开覆盖</Page.Title>
      <Layouts.Header title="公开覆盖" subtitle={error ? errorText(error) : SUBTITLE} />
      <Layouts.Content>
        <Filters filter={filter} onSet={set} />
        {data ? (
          <>
            <Sums data={data} />
            {data.rows.length > 0 ? (
              <CoverageTable
                rows={worstFirst(data.rows)}
                onOpen={(row, figure) => setOpened({ row, figure })}
              />
            ) : (
              <DomainTable
                domains={worstFirst(data.domains.map(({ totals, ...domain }) => ({ ...domain, ...totals })))}
                onOpen={set('domain')}
              />
            )}
          </>
        ) : error ? null : (
          <Page.Loading />
        )}
      </Layouts.Content>
      {opened ? (
        <ItemsDialog row={opened.row} figure={opened.figure} onClose={() => setOpened(null)} />
      ) : null}
    </Main>
  );
}

const SUBTITLE = '应公开 = 按期 + 迟 + 缺；点数字看是哪些信息、怎样算出来的。没有发生的事项不计为缺';

type FiltersProps = {
  filter: CoverageFilter;
  onSet: (name: keyof CoverageFilter) => (value: string | null) => void;
};

function Filters({ filter, onSet }: FiltersProps) {
  const { options: domains } = useSource('domains');
  const { options: departments } = useSource('departments');
  return (
    <Flex gap={4} paddingBottom={4} alignItems="flex-end" wrap="wrap">
      <Field.Root name="domain" width="28rem">
        <Field.Label>公开领域</Field.Label>
        <SearchSelect
          name="domain"
          value={filter.domain ?? null}
          options={domains}
          placeholder="全部领域"
          onChange={onSet('domain')}
        />
      </Field.Root>
      <Field.Root name="department" width="28rem">
        <Field.Label>责任部门</Field.Label>
        <SearchSelect
          name="department"
          value={filter.department ?? null}
          options={departments}
          placeholder="全部部门"
          onChange={onSet('department')}
        />
      </Field.Root>
      <Field.Root name="period" width="20rem">
        <Field.Label>时段</Field.Label>
        <SearchSelect
          name="period"
          value={filter.period ?? null}
          options={periodsUntil(today())}
          placeholder="今年"
          onChange={onSet('period')}
        />
      </Field.Root>
    </Flex>
  );
}

function Sums({ data: { period, totals } }: { data: DeskCoverage }) {
  const sums: [string, number, string][] = [
    ['应公开', totals.due, 'neutral800'],
    ['按期', totals.inTime, 'success700'],
    ['迟', totals.late, totals.late ? 'warning700' : 'neutral800'],
    ['缺', totals.missing, totals.missing ? 'danger600' : 'neutral800'],
    ['没有公开过的事项', totals.noPublications, 'neutral600'],
  ];
  return (
    <Flex
      gap={8}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      padding={5}
      marginBottom={4}
      wrap="wrap"
    >
      <Typography variant="delta">{period.name}</Typography>
      {sums.map(([label, value, colour]) => (
        <Box key={label}>
          <Typography tag="div" variant="pi" textColor="neutral600">
            {label}
          </Typography>
          <Typography tag="div" variant="alpha" textColor={colour}>
            {value}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}
