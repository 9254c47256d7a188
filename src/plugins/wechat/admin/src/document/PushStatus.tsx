import { Box, Typography } from '@strapi/design-system';
import type { DocumentAddress } from '../../../../disclosure/admin/src/api/desk-api';
import { shanghaiTime } from '../../../../disclosure/admin/src/shell/dates';
import type { DraftStatus } from '../../../server/contract';
import { DraftActions } from './DraftActions';

type Props = { address: DocumentAddress; status: DraftStatus; mayAct: boolean; stopped: string | null };

/** How it stands with the draft, what a person should do, and the buttons for it. */
export function PushStatus({ address, status, mayAct, stopped }: Props) {
  const { state, stateName, advice, editionNo, articleUrl, updatedAt } = status;
  const needsSomebody = state === 'attention' || state === 'failed';
  // nobody but the office can do anything about it, and then it goes on by itself
  const waitsForOffice = stopped !== null && (state === 'waiting' || state === 'failed');
  return (
    <Box
      role="note"
      aria-label="公众号推送情况"
      background={needsSomebody ? 'warning100' : 'neutral100'}
      hasRadius
      padding={3}
    >
      <Typography tag="div" fontWeight="bold">
        {stateName}
      </Typography>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {`${shanghaiTime(updatedAt)}${editionNo ? `，第${editionNo}版` : ''}`}
      </Typography>
      {waitsForOffice ? (
        <Typography tag="div" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {`公众号停止推送：${stopped}。已通知公开办，恢复以后自动推送。`}
        </Typography>
      ) : advice ? (
        <Typography tag="div" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {advice}
        </Typography>
      ) : null}
      {articleUrl ? (
        <a href={articleUrl} target="_blank" rel="noreferrer">
          <Typography textColor="primary600">查看公众号文章</Typography>
        </a>
      ) : null}
      {mayAct && !(waitsForOffice && state === 'waiting') ? (
        <DraftActions address={address} status={status} />
      ) : null}
    </Box>
  );
}
