import { Box, Flex, Modal, Typography } from '@strapi/design-system';
import { adminApi, Page } from '@strapi/strapi/admin';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { DifferenceParts } from '../../../../disclosure/admin/src/versions/DifferenceParts';
import type { ArticleChange, Comparison } from '../../../regulations/text/compare-articles';
import type { OutdatedText } from '../../../regulations/watch/contract';

const comparisonApi = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    regulationComparison: builder.query<Comparison, { id: string; from: string; to: string }>({
      query: ({ id, from, to }) => ({
        url: `/api/policy/regulations/${id}/compare`,
        method: 'GET',
        config: { params: { from, to } },
      }),
      transformResponse: (answer: { data: Comparison }) => answer.data,
    }),
  }),
});

const NAMES: Record<ArticleChange['kind'], string> = {
  same: '不变',
  renumbered: '条号变动',
  changed: '修改',
  added: '增加',
  removed: '删除',
};

/** What differs between the text on the site and the newest official one, article by article. */
export function ChangesDialog({ text, onClose }: { text: OutdatedText; onClose: () => void }) {
  const { regulation, textVersionOn, latestOn, title } = text;
  const { data, error } = comparisonApi.useRegulationComparisonQuery({
    ...{ id: regulation, from: textVersionOn, to: latestOn },
  });
  const errorText = useErrorText();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`${title}：${textVersionOn} → ${latestOn}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {data ? <Articles comparison={data} /> : null}
          {error ? <Typography>{errorText(error)}</Typography> : null}
          {data || error ? null : <Page.Loading />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Articles({ comparison: { counts, articles } }: { comparison: Comparison }) {
  const kinds = Object.keys(NAMES) as ArticleChange['kind'][];
  const different = articles.filter(({ kind }) => kind !== 'same' && kind !== 'renumbered');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography textColor="neutral600">
        {kinds.map((kind) => `${NAMES[kind]}${counts[kind]}条`).join('，')}
      </Typography>
      {different.map((article) => (
        <Box key={`${article.from}${article.to}${article.parts[0]?.text}`} tag="section">
          <Typography tag="h3" fontWeight="bold">
            {`${NAMES[article.kind]}：${labelOf(article)}`}
          </Typography>
          <Typography tag="p" style={{ lineHeight: 1.8, whiteSpace: 'pre-wrap' }}>
            <DifferenceParts parts={article.parts} />
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}

const labelOf = ({ from, to }: ArticleChange): string =>
  from && to && from !== to ? `${from} → ${to}` : (to ?? from ?? '无条号段落');
