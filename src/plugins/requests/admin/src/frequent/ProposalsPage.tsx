import { Button, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link } from 'react-router-dom';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { documentPath } from '../../../../disclosure/admin/src/home/paths';
import type { ProposalTold } from '../../../shared/proposals';
import { useRequestProposalsQuery } from '../aid-api';
import { Card } from '../RequestPage';
import { DecideDialog } from './DecideDialog';

type Props = { onOpen: (id: string) => void };
type Asked = { proposal: ProposalTold; how: 'accept' | 'decline' } | null;

/** What several have asked for: 多人申请，建议纳入主动公开 (条例第四十四条). */
export function ProposalsPage({ onOpen }: Props) {
  const { data, error } = useRequestProposalsQuery(undefined, { refetchOnMountOrArgChange: true });
  const [asked, setAsked] = React.useState<Asked>(null);
  const errorText = useErrorText();
  if (error) return <Typography>{errorText(error)}</Typography>;
  if (!data) return <Page.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography textColor="neutral600">
        近一年公开给两个以上申请人的相同信息，和申请人建议主动公开的信息（条例第四十四条）。可以纳入主动公开范围的，选择目录事项，生成待办的草稿；不纳入的，说明理由。
      </Typography>
      {data.length === 0 ? <Typography>现在没有这样的信息。</Typography> : null}
      {data.map((proposal) => (
        <Card key={proposal.id} title={proposal.title}>
          <Typography fontWeight="bold">{headOf(proposal)}</Typography>
          {proposal.requests.map(({ id, number, title, answeredOn }) => (
            <Flex key={id}>
              <Button variant="ghost" onClick={() => onOpen(id)}>
                {`${number ?? ''}　${title}（${answeredOn}答复）`}
              </Button>
            </Flex>
          ))}
          {proposal.suggestions.map((text) => (
            <Typography key={text}>{`申请人建议：${text}`}</Typography>
          ))}
          {proposal.named.length > 0 ? (
            <Typography textColor="warning700">
              {`答复指向的《${proposal.named.join('》《')}》已经公开：请检查标题、栏目是否便于公众找到`}
            </Typography>
          ) : null}
          <Decision proposal={proposal} onAsk={(how) => setAsked({ proposal, how })} />
        </Card>
      ))}
      {asked ? <DecideDialog {...asked} onClose={() => setAsked(null)} /> : null}
    </Flex>
  );
}

const headOf = ({ applicants, requests, ownerName }: ProposalTold): string =>
  applicants > 1
    ? `${applicants}个申请人、${requests.length}件申请，建议纳入主动公开 · ${ownerName}`
    : `申请人建议主动公开 · ${ownerName}`;

function Decision({
  proposal: { decision, mayDecide },
  onAsk,
}: {
  proposal: ProposalTold;
  onAsk: (how: 'accept' | 'decline') => void;
}) {
  if (decision) {
    const { byName, on, reason, document } = decision;
    return (
      <Flex gap={3}>
        <Typography textColor="neutral600">
          {decision.decision === 'accepted'
            ? `${byName}于${on}决定纳入主动公开`
            : `${byName}于${on}决定不纳入：${reason ?? ''}`}
        </Typography>
        {document ? <Link to={documentPath(document.uid, document.documentId)}>打开草稿</Link> : null}
      </Flex>
    );
  }
  if (!mayDecide) return <Typography textColor="neutral600">由承办部门决定。</Typography>;
  return (
    <Flex gap={2}>
      <Button variant="secondary" onClick={() => onAsk('accept')}>
        纳入主动公开
      </Button>
      <Button variant="tertiary" onClick={() => onAsk('decline')}>
        不纳入
      </Button>
    </Flex>
  );
}
