import { Box, Typography } from '@strapi/design-system';
import type { Desk } from '../../../server/desk/contract';
import { FindingList } from './FindingList';
import { headingFor, isSure } from './finding-texts';
import { MaskButtons, mayMask } from './MaskButtons';

/** 个人信息: what was found in the document, the button that masks it, and the reason for leaving it. */
export function Findings({ desk }: { desk: Desk }) {
  const { findings, personalDataOverride: override } = desk;
  if (findings.length === 0) return null;
  const blocks = findings.some(isSure);
  const color = blocks ? 'danger' : 'warning';
  return (
    <Box
      background={`${color}100`}
      borderColor={`${color}200`}
      hasRadius
      padding={3}
      role="note"
      aria-label="个人信息检查"
    >
      <Typography tag="div" variant="pi" fontWeight="bold" textColor={`${color}700`}>
        {headingFor(desk)}
      </Typography>
      <FindingList findings={findings} advice={mayMask(desk)} />
      <MaskButtons desk={desk} />
      {override ? (
        <Box paddingTop={2}>
          <Typography tag="div" variant="pi" fontWeight="bold" textColor="neutral800">
            {`须公开的理由（${override.by}）`}
          </Typography>
          <Typography tag="div" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {override.reason}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral700">
            {override.confirmedBy ? `已由${override.confirmedBy}核对确认` : '等待另一位审核人员核对确认'}
          </Typography>
        </Box>
      ) : null}
    </Box>
  );
}
