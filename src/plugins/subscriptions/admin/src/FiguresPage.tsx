import { Box, Flex, Typography } from '@strapi/design-system';
import { adminApi, Layouts, Page } from '@strapi/strapi/admin';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { DataTable } from '../../../disclosure/admin/src/shell/DataTable';
import type { SubscriptionFigures } from '../../server/contract';

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    subscriptionFigures: builder.query<SubscriptionFigures, void>({
      query: () => ({ url: '/subscriptions/figures', method: 'GET' }),
      transformResponse: (answer: { data: SubscriptionFigures }) => answer.data,
    }),
  }),
});

const TITLE = '公众订阅';
const SUBTITLE = '公众用邮箱订阅新公开的信息。这里只有数量：邮箱加密保存，谁也看不到';

/** 公众订阅: how many have subscribed to what; nobody's address. */
export function FiguresPage() {
  const { data, error } = api.useSubscriptionFiguresQuery(undefined, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle={error ? errorText(error) : SUBTITLE} />
      <Layouts.Content>{data ? <Figures data={data} /> : error ? null : <Page.Loading />}</Layouts.Content>
    </Page.Main>
  );
}

function Figures({ data }: { data: SubscriptionFigures }) {
  const { mailReady, active, pending, failing, byFrequency, byDomain, byDepartment, searches } = data;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
      <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
        <Typography>
          {mailReady
            ? `已确认的订阅${active}个，等待本人确认${pending}个，最近一封没有发出${failing}个。保存的检索${searches}个。`
            : '没有设置邮件服务器，公众不能订阅。需要的话，请系统管理员设置。'}
        </Typography>
      </Box>
      <Counts label="接收方式" rows={byFrequency} />
      {byDomain.length > 0 ? <Counts label="公开领域" rows={byDomain} /> : null}
      {byDepartment.length > 0 ? <Counts label="责任部门" rows={byDepartment} /> : null}
    </Flex>
  );
}

const Counts = ({ label, rows }: { label: string; rows: SubscriptionFigures['byDomain'] }) => (
  <DataTable
    columns={[
      { head: label, cell: ({ name }) => name },
      { head: '订阅数', cell: ({ count }) => count },
    ]}
    rows={rows}
    keyOf={({ name }) => name}
    label={label}
  />
);
