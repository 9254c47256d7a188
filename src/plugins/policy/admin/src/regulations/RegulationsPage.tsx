import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { documentPath } from '../../../../disclosure/admin/src/home/paths';
import { type Column, DataTable } from '../../../../disclosure/admin/src/shell/DataTable';
import type { OutdatedText, RegulationWatch } from '../../../regulations/watch/contract';
import { ChangesDialog } from './ChangesDialog';
import { useBeginCorrectionMutation, useOutdatedRegulationsQuery } from './regulations-api';

const TITLE = '法规监测';
const SUBTITLE =
  '网上公开的法规文本与官方文本的版本对照；不是最新的，请责任部门更正。在更正发布之前，公众看到的仍是原文';

/** 法规监测: texts on the site that are older than the newest official one, what changed, and their correction. */
export function RegulationsPage() {
  const { data, error } = useOutdatedRegulationsQuery(undefined, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  const [compared, setCompared] = React.useState<OutdatedText | null>(null);
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle={error ? errorText(error) : SUBTITLE} />
      <Layouts.Content>
        {data ? <Texts data={data} onCompare={setCompared} /> : error ? null : <Page.Loading />}
      </Layouts.Content>
      {compared ? <ChangesDialog text={compared} onClose={() => setCompared(null)} /> : null}
    </Page.Main>
  );
}

type TextsProps = { data: RegulationWatch; onCompare: (text: OutdatedText) => void };

function Texts({ data, onCompare }: TextsProps) {
  const { regulations, texts, outdated } = data;
  const columns: Column<OutdatedText>[] = [
    { head: '法规', cell: (text) => <Title text={text} /> },
    { head: '责任部门', cell: ({ ownerName }) => ownerName },
    { head: '公开的版本', cell: ({ textVersionOn }) => textVersionOn },
    { head: '最新版本', cell: (text) => <Newest text={text} /> },
    { head: '', cell: (text) => <Actions text={text} onCompare={() => onCompare(text)} /> },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
      <Typography textColor="neutral600">
        {`官方文本${regulations}部；公开的法规文本${texts}件，其中不是最新版本的${outdated.length}件。`}
      </Typography>
      {outdated.length > 0 ? (
        <DataTable columns={columns} rows={outdated} keyOf={({ documentId }) => documentId} label={TITLE} />
      ) : (
        <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
          <Typography>
            {regulations > 0
              ? '公开的法规文本都是最新的官方文本。'
              : '还没有官方文本，请系统管理员用命令 npm run import:regulations 导入。'}
          </Typography>
        </Box>
      )}
    </Flex>
  );
}

const Title = ({ text }: { text: OutdatedText }) => (
  <Link to={documentPath(text.uid, text.documentId)}>
    <Typography textColor="primary600" style={{ whiteSpace: 'normal' }}>
      {text.title}
    </Typography>
  </Link>
);

const Newest = ({ text: { latestOn, inForceFrom, isInForce } }: { text: OutdatedText }) => (
  <Flex gap={2} wrap="wrap">
    <Typography textColor="neutral800">{latestOn}</Typography>
    {isInForce ? (
      <Badge backgroundColor="danger100" textColor="danger700">
        已施行
      </Badge>
    ) : (
      <Typography variant="pi" textColor="neutral600">{`${inForceFrom}起施行`}</Typography>
    )}
  </Flex>
);

/** What changed, and the correction with the newest text filled in; the server says who may. */
function Actions({ text, onCompare }: { text: OutdatedText; onCompare: () => void }) {
  const [begin, { isLoading }] = useBeginCorrectionMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const correct = async () => {
    const answer = await begin(text.documentId);
    if ('data' in answer) navigate(documentPath(answer.data.uid, answer.data.documentId));
    else toggleNotification({ type: 'danger', message: errorText(answer.error) });
  };
  return (
    <Flex gap={2} justifyContent="flex-end">
      <Button variant="tertiary" onClick={onCompare}>
        改了什么
      </Button>
      <Button loading={isLoading} onClick={correct}>
        更正为最新文本
      </Button>
    </Flex>
  );
}
