import { Alert, Button, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { answerWithPublic, type Draft, type PublicFound } from '../../../shared/beside';
import type { RequestTold } from '../../../shared/contract';
import { useBesideQuery } from '../aid-api';
import { Card } from '../RequestPage';
import { useActOnRequestMutation } from '../requests-api';
import { EarlierAnswers } from './EarlierAnswers';

type Props = { request: RequestTold; onDraft: (draft: Draft) => void };

/** What helps to draft: what is public already, and earlier answers. Once it is over, nothing. */
export function BesideCard({ request, onDraft }: Props) {
  const mayDraft = request.buttons.some(({ verb, enabled }) => verb === 'saveAnswer' && enabled);
  const isOver = Boolean(request.answeredOn ?? request.withdrawnOn);
  const { data, error } = useBesideQuery(request.id, { refetchOnMountOrArgChange: true, skip: isOver });
  const errorText = useErrorText();
  if (isOver) return null;
  if (error) return <Card title="已公开的信息">{errorText(error)}</Card>;
  if (!data) return null;
  const gone = data.named.filter(({ isLive }) => !isLive);
  return (
    <>
      <Card title="已公开的信息">
        {gone.map(({ documentId, title }) => (
          <Alert key={documentId} variant="danger" title="答复指向的信息已不公开" closeLabel="关闭提示">
            {`《${title}》，请重新选择或者改写答复`}
          </Alert>
        ))}
        <Found request={request} found={data.found} mayDraft={mayDraft} onDraft={onDraft} />
      </Card>
      <EarlierAnswers earlier={data.earlier} mayDraft={mayDraft} onDraft={onDraft} />
    </>
  );
}

function Found({
  request,
  found,
  mayDraft,
  onDraft,
}: Props & { found: readonly PublicFound[]; mayDraft: boolean }) {
  const [chosen, setChosen] = React.useState<readonly string[]>([]);
  const [act, { error, isLoading }] = useActOnRequestMutation();
  const errorText = useErrorText();
  if (found.length === 0) {
    return <Typography textColor="neutral600">按申请内容检索，没有找到已公开的相关信息。</Typography>;
  }
  const answer = () => {
    const publications = found.filter(({ documentId }) => chosen.includes(documentId));
    const before = request.answer?.text ?? '';
    const draft = answerWithPublic(publications, before);
    // what has been drafted is not lost unseen
    if (before) onDraft(draft);
    else
      act({ id: request.id, verb: 'saveAnswer', body: { answer: draft, expectedVersion: request.version } });
  };
  return (
    <>
      <Typography variant="pi" textColor="neutral600">
        按申请内容检索主动公开的信息；符合的打勾，一键写成答复草稿，送审前请核对
      </Typography>
      {found.some(({ address }) => address.startsWith('/')) ? (
        <Typography variant="pi" textColor="warning700">
          系统还不知道公开网站的网址，写进答复的网址不完整：发出前请补上网站的网址，并请区政务公开办联系系统管理员设置
        </Typography>
      ) : null}
      {found.map((one) => (
        <Flex key={one.documentId} gap={3} alignItems="flex-start">
          {mayDraft ? (
            <Checkbox
              aria-label={`选择《${one.title}》`}
              checked={chosen.includes(one.documentId)}
              onCheckedChange={(checked: boolean | 'indeterminate') =>
                setChosen((before) =>
                  checked === true
                    ? [...before, one.documentId]
                    : before.filter((documentId) => documentId !== one.documentId),
                )
              }
            />
          ) : null}
          <Flex direction="column" alignItems="flex-start">
            <Link href={one.address} isExternal>
              {one.title}
            </Link>
            <Typography variant="pi" textColor="neutral600">
              {[one.docNo, one.departmentName, `${one.publishedOn}公开`].filter(Boolean).join(' · ')}
            </Typography>
          </Flex>
        </Flex>
      ))}
      {error ? (
        <Alert variant="danger" title="没有保存" closeLabel="关闭提示">
          {errorText(error)}
        </Alert>
      ) : null}
      {mayDraft ? (
        <Flex>
          <Button variant="secondary" disabled={chosen.length === 0} loading={isLoading} onClick={answer}>
            用已公开信息答复
          </Button>
        </Flex>
      ) : null}
    </>
  );
}
