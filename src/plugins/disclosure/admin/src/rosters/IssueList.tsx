import { Box, Typography } from '@strapi/design-system';
import type { DeskRowIssue } from '../../../server/desk/contract';
import { issueLine } from './roster-texts';

type Props = { title: string; issues: readonly DeskRowIssue[]; total: number; isWarning?: boolean };

/** What has to be mended (or looked at) in the file, by row and column. */
export function IssueList({ title, issues, total, isWarning = false }: Props) {
  if (issues.length === 0) return null;
  return (
    <Box
      background={isWarning ? 'warning100' : 'danger100'}
      hasRadius
      padding={3}
      role="note"
      aria-label={title}
    >
      <Typography variant="pi" fontWeight="bold" textColor={isWarning ? 'warning700' : 'danger700'}>
        {title}
      </Typography>
      <Box tag="ul" paddingTop={1} style={{ maxHeight: '16rem', overflowY: 'auto' }}>
        {issues.map((issue) => (
          <Typography tag="li" variant="pi" key={`${issue.row} ${issue.column} ${issue.message}`}>
            {issueLine(issue)}
          </Typography>
        ))}
      </Box>
      {total > issues.length ? (
        <Typography variant="pi">{`共 ${total} 处，以上是前 ${issues.length} 处。`}</Typography>
      ) : null}
    </Box>
  );
}
