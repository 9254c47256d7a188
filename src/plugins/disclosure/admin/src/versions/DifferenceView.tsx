import { Box, TextButton, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { Line } from '../../../shared/difference/parts';
import { DifferenceParts } from './DifferenceParts';
import type { FieldDifference } from './difference/diff-content';
import { foldLines } from './difference/fold-lines';

/** The bar beside a paragraph. */
const BARS: Record<Line['kind'], string> = {
  same: 'neutral0',
  added: 'success500',
  removed: 'danger500',
  changed: 'warning500',
};

/** How two texts differ, field by field: what came is underlined, what went is struck through. */
export function DifferenceView({
  differences,
  named = true,
}: {
  differences: readonly FieldDifference[];
  /** off where the only field is named above */
  named?: boolean;
}) {
  if (differences.length === 0) return <Typography>内容完全相同。</Typography>;
  return (
    <Box>
      {differences.map((difference) => (
        <Box key={difference.name} tag="section" aria-label={difference.label} paddingBottom={4}>
          {named ? (
            <Typography tag="h3" fontWeight="bold">
              {difference.label}
            </Typography>
          ) : null}
          {difference.coarse ? (
            <Typography tag="p" variant="pi" textColor="warning600">
              内容太长或变化太大，这里有的段落只整段对比，没有逐词对比。
            </Typography>
          ) : null}
          <Lines lines={difference.lines} />
        </Box>
      ))}
    </Box>
  );
}

/** Paragraphs rendered before one asks for more: a browser does not like twenty thousand at once. */
const SHOWN = 400;

function Lines({ lines }: { lines: readonly Line[] }) {
  const [all, setAll] = React.useState(false);
  const folded = foldLines(lines);
  const shown = all ? folded : folded.slice(0, SHOWN);
  return (
    <>
      {shown.map((line, index) => (
        // the lines of a difference never move
        <React.Fragment key={index}>
          {'skipped' in line ? (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {`……（${line.skipped}段没有变化）`}
            </Typography>
          ) : (
            <Box
              tag="p"
              borderColor={BARS[line.kind]}
              borderStyle="solid"
              borderWidth="0 0 0 3px"
              paddingLeft={2}
              style={{ lineHeight: 1.8, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
            >
              <Typography>
                <DifferenceParts parts={line.parts} />
              </Typography>
            </Box>
          )}
        </React.Fragment>
      ))}
      {folded.length > SHOWN && !all ? (
        <TextButton onClick={() => setAll(true)}>{`显示其余${folded.length - SHOWN}段`}</TextButton>
      ) : null}
    </>
  );
}
