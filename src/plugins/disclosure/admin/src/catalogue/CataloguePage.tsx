import { Box, Field, Flex, Main, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import type { DeskCatalogue, DeskCatalogueRow } from '../../../server/desk/contract';
import { useCatalogueQuery } from '../api/pages-api';
import { useErrorText } from '../api/use-error-text';
import { SearchSelect } from '../fields/SearchSelect';
import { ActDialog } from './ActDialog';
import { ACTS, type ActName } from './acts';
import { FILTERS, type FilterName, filterRows } from './filter-rows';
import { RowDialog } from './RowDialog';
import { RowTable } from './RowTable';

type Opened = { code: string; act: ActName | null };

/** 标准目录: the rows of a domain; the office maintains them, a department sees which it owes. */
export default function CataloguePage() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('domain') ?? undefined;
  const { data, error } = useCatalogueQuery({ domain: asked }, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  const [filter, setFilter] = React.useState<FilterName>('in-force');
  const [opened, setOpened] = React.useState<Opened | null>(null);
  if (error && !data) {
    return (
      <Main>
        <Page.Title>标准目录</Page.Title>
        <Layouts.Header title="标准目录" subtitle={errorText(error)} />
      </Main>
    );
  }
  if (!data) return <Page.Loading />;
  const rows = filterRows(data.rows, filter);
  const row = data.rows.find(({ code }) => code === opened?.code);
  return (
    <Main>
      <Page.Title>标准目录</Page.Title>
      <Layouts.Header title="标准目录" subtitle={describe(data)} />
      <Layouts.Content>
        <Flex gap={4} paddingBottom={4} alignItems="flex-end" wrap="wrap">
          <Field.Root name="domain" width="32rem">
            <Field.Label>公开领域</Field.Label>
            <SearchSelect
              name="domain"
              value={data.domain}
              clearable={false}
              options={data.domains.map(({ slug, code, name }) => ({
                value: slug,
                label: `${code} ${name}`,
              }))}
              onChange={(slug) => slug && setSearch({ domain: slug })}
            />
          </Field.Root>
          <Field.Root name="filter" width="24rem">
            <Field.Label>显示</Field.Label>
            <SingleSelect value={filter} onChange={(value) => setFilter(value as FilterName)}>
              {Object.entries(FILTERS).map(([name, label]) => (
                <SingleSelectOption key={name} value={name}>
                  {`${label}（${filterRows(data.rows, name as FilterName).length}）`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Flex>
        {rows.length > 0 ? (
          <RowTable
            rows={rows}
            mayMaintain={data.mayMaintain}
            createUid={data.createUid}
            onOpen={({ code }: DeskCatalogueRow) => setOpened({ code, act: null })}
            onAct={({ code }, act) => setOpened({ code, act })}
          />
        ) : (
          <Box background="neutral0" shadow="tableShadow" hasRadius padding={8}>
            <Typography>没有这样的事项，请换一个条件</Typography>
          </Box>
        )}
      </Layouts.Content>
      {row && opened?.act === null ? <RowDialog row={row} onClose={() => setOpened(null)} /> : null}
      {row && opened?.act ? (
        <ActDialog
          key={`${opened.code}${opened.act}`}
          act={opened.act}
          row={row}
          rows={data.rows}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Main>
  );
}

const describe = ({ mayMaintain }: DeskCatalogue): string =>
  mayMaintain
    ? `点事项看全文和经过；在“维护”里${Object.values(ACTS)
        .map(({ label }) => label)
        .join('、')}，须写理由`
    : '点事项看全文和经过；本部门负责的事项可以直接新建信息。目录由区政务公开办维护';
