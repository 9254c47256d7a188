import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { DeskEdition, DeskHistoryEntry } from '../../../server/desk/contract';
import { useDeskQuery } from '../api/desk-api';
import { shanghaiTime } from '../shell/dates';
import { VersionsDialog } from '../versions/VersionsDialog';

/** Entries shown before one asks for more. */
const FIRST = 5;

/** Who did what when, and the public editions. */
export function HistoryPanel({ uid, documentId }: { uid: string; documentId: string }) {
  const { data: desk } = useDeskQuery({ uid, documentId });
  const [all, setAll] = React.useState(false);
  const [comparing, setComparing] = React.useState(false);
  if (!desk) return null;
  const shown = all ? desk.history : desk.history.slice(0, FIRST);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {shown.map((entry) => (
          <Entry key={`${entry.at}${entry.verb}`} entry={entry} />
        ))}
      </Flex>
      {desk.history.length > FIRST ? (
        <TextButton onClick={() => setAll(!all)}>{all ? '收起' : `全部${desk.history.length}条`}</TextButton>
      ) : null}
      {desk.editions.length > 0 ? <Editions editions={desk.editions} /> : null}
      <Button variant="tertiary" size="S" onClick={() => setComparing(true)}>
        版本和差别
      </Button>
      {comparing ? (
        <VersionsDialog
          address={{ uid, documentId }}
          version={desk.version}
          onClose={() => setComparing(false)}
        />
      ) : null}
    </Flex>
  );
}

function Entry({ entry }: { entry: DeskHistoryEntry }) {
  const refused = entry.outcome === 'refused';
  return (
    <li>
      <Typography tag="div" fontWeight="bold" textColor={refused ? 'danger600' : 'neutral800'}>
        {refused ? `${entry.label}（未获准）` : entry.label}
      </Typography>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {`${shanghaiTime(entry.at)} ${entry.by ?? '未登录'}`}
      </Typography>
      {entry.reason ? (
        <Typography tag="div" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {entry.reason}
        </Typography>
      ) : null}
    </li>
  );
}

function Editions({ editions }: { editions: readonly DeskEdition[] }) {
  return (
    <Box borderColor="neutral200" borderWidth="1px 0 0 0" borderStyle="solid" paddingTop={3}>
      <Typography tag="div" variant="pi" fontWeight="bold" textColor="neutral600">
        公开的版本
      </Typography>
      <ul>
        {editions.map((edition) => (
          <li key={edition.editionNo}>
            <Typography variant="pi">
              {`第${edition.editionNo}版 ${shanghaiTime(edition.publishedAt)}`}
              {edition.reason ? ` ${edition.reason}` : ''}
            </Typography>
          </li>
        ))}
      </ul>
    </Box>
  );
}
