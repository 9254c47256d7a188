import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { DeskFinding } from '../../../server/desk/contract';
import { type FindingGroup, groupFindings } from './finding-groups';
import { adviceFor } from './finding-texts';

type Props = {
  findings: readonly DeskFinding[];
  /** whether this person can do something about it */
  advice: boolean;
};

/** What was found, masked, with its place and what to do about it; the same kind in one place together. */
export function FindingList({ findings, advice }: Props) {
  return (
    <Box tag="ul" width="100%" aria-label="发现的个人信息">
      {groupFindings(findings).map((group) => (
        <Box tag="li" key={group.key} paddingTop={2} paddingBottom={2}>
          <Group group={group} advice={advice} />
        </Box>
      ))}
    </Box>
  );
}

function Group({ group: { where, findings }, advice }: { group: FindingGroup; advice: boolean }) {
  const [first] = findings;
  if (!first) return null;
  const isSure = first.level === 'sure';
  return (
    <>
      <Flex gap={2} wrap="wrap" alignItems="center">
        <Badge
          backgroundColor={isSure ? 'danger100' : 'warning100'}
          textColor={isSure ? 'danger700' : 'warning700'}
        >
          {first.kindName}
        </Badge>
        <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
          {findings.length > 1 ? `${findings.length}处` : first.masked}
        </Typography>
      </Flex>
      <Typography tag="div" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
        {where}
      </Typography>
      {findings.length > 1 ? <Each findings={findings} /> : <Context finding={first} />}
      {advice && adviceFor(first) ? (
        <Typography tag="div" variant="pi" textColor="neutral600">
          {adviceFor(first)}
        </Typography>
      ) : null}
    </>
  );
}

function Each({ findings }: { findings: readonly DeskFinding[] }) {
  return (
    <details>
      <summary style={{ cursor: 'pointer' }}>
        <Typography variant="pi" textColor="primary600">
          逐处查看
        </Typography>
      </summary>
      <ul>
        {findings.map((finding, index) => (
          // the same number may stand in one place twice
          <li key={`${finding.place}${finding.position?.start}${index}`} style={{ marginTop: 6 }}>
            <Typography tag="div" variant="pi" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              {[finding.place, finding.masked].filter(Boolean).join(' ')}
            </Typography>
            <Context finding={finding} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Context({ finding: { kind, context } }: { finding: DeskFinding }) {
  return (
    <Typography tag="div" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
      {kind === 'unchecked-file' ? context : `“…${context}…”`}
    </Typography>
  );
}
