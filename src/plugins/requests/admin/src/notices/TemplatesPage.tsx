import { Badge, Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { type TemplateListed, useNoticeTemplateQuery, useNoticeTemplatesQuery } from './notices-api';
import { TemplateEditor } from './TemplateEditor';

const TITLE = '文书模板';
const SUBTITLE = '依申请公开的文书按这里的模板制作；修改只影响以后作出的文书，已经作出的不变';

/** The office's templates: which notices there are, and the one that is edited. */
export function TemplatesPage() {
  const { data, error } = useNoticeTemplatesQuery(undefined, { refetchOnMountOrArgChange: true });
  const [search, setSearch] = useSearchParams();
  const errorText = useErrorText();
  const kind = search.get('kind') ?? data?.[0]?.kind;
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle={error ? errorText(error) : SUBTITLE} />
      <Layouts.Content>
        {data ? (
          <Grid.Root gap={6} paddingBottom={10}>
            <Grid.Item col={3} s={12} direction="column" alignItems="stretch">
              <Kinds templates={data} chosen={kind} onChoose={(next) => setSearch({ kind: next })} />
            </Grid.Item>
            <Grid.Item col={9} s={12} direction="column" alignItems="stretch">
              {kind ? <Edited key={kind} kind={kind} /> : null}
            </Grid.Item>
          </Grid.Root>
        ) : error ? null : (
          <Page.Loading />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

type KindsProps = {
  templates: readonly TemplateListed[];
  chosen: string | undefined;
  onChoose: (kind: string) => void;
};

const Kinds = ({ templates, chosen, onChoose }: KindsProps) => (
  <Box background="neutral0" shadow="tableShadow" hasRadius padding={4} tag="nav" aria-label="文书种类">
    <Flex direction={{ initial: 'row', large: 'column' }} wrap="wrap" alignItems="stretch" gap={1}>
      {templates.map(({ kind, label, isStandard }) => (
        <Flex key={kind} gap={2}>
          <Button
            variant={kind === chosen ? 'secondary' : 'ghost'}
            aria-current={kind === chosen ? 'page' : undefined}
            onClick={() => onChoose(kind)}
          >
            {label}
          </Button>
          {isStandard ? null : <Badge>已修改</Badge>}
        </Flex>
      ))}
    </Flex>
  </Box>
);

function Edited({ kind }: { kind: string }) {
  const { data, error } = useNoticeTemplateQuery(kind, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  if (!data) return error ? <Typography>{errorText(error)}</Typography> : <Page.Loading />;
  // a version that has come into force is edited from its own text
  return <TemplateEditor key={data.versions[0]?.id ?? 'standard'} template={data} />;
}
