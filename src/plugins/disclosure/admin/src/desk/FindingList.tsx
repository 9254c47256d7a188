import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { DeskFinding } from '../../../server/desk/contract';
import { adviceFor, placeOf } from './finding-texts';

/** What was found, masked, with its place and what to do about it. */
export function FindingList({
  findings,
  advice,
}: {
  findings: readonly DeskFinding[];
  /** whether this person can do something about it */
  advice: boolean;
}) {
  return (
    <Box tag="ul" width="100%" aria-label="发现的个人信息">
      {findings.map((finding, index) => (
        <Box
          tag="li"
          // the same number may stand in one place twice
          key={`${finding.field}${finding.file}${finding.position?.start}${index}`}
          paddingTop={2}
          paddingBottom={2}
        >
          <Flex gap={2} wrap="wrap" alignItems="center">
            <Badge
              backgroundColor={finding.level === 'sure' ? 'danger100' : 'warning100'}
              textColor={finding.level === 'sure' ? 'danger700' : 'warning700'}
            >
              {finding.kindName}
            </Badge>
            <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              {finding.masked}
            </Typography>
          </Flex>
          <Typography tag="div" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
            {placeOf(finding)}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {finding.kind === 'unchecked-file' ? finding.context : `“…${finding.context}…”`}
          </Typography>
          {advice && adviceFor(finding) ? (
            <Typography tag="div" variant="pi" textColor="neutral600">
              {adviceFor(finding)}
            </Typography>
          ) : null}
        </Box>
      ))}
    </Box>
  );
}
