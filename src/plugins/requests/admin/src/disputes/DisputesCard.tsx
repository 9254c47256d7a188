import { Box, Typography } from '@strapi/design-system';
import type { RequestTold } from '../../../shared/contract';
import { Card, Facts } from '../RequestPage';

/** 行政复议、行政诉讼 about a request, with what to look at twice. */
export function DisputesCard({ request: { disputes } }: { request: RequestTold }) {
  if (disputes.length === 0) return null;
  return (
    <Card title="复议、诉讼">
      {disputes.map((dispute) => (
        <Box key={dispute.id} paddingBottom={2}>
          <Typography fontWeight="bold">{dispute.kindLabel}</Typography>
          <Facts
            pairs={[
              ['复议机关、法院', dispute.organ],
              ['案号', dispute.caseNo],
              ['提出日期', dispute.filedOn],
              ['结果', dispute.resultLabel ?? '尚未审结'],
              ['审结日期', dispute.closedOn],
              ['共同被告', dispute.isCoDefendant ? '是（不重复统计）' : null],
              ['事由', dispute.note],
            ]}
          />
          {dispute.warnings.map((warning) => (
            <Typography key={warning} tag="p" textColor="warning700">
              {`请注意：${warning}`}
            </Typography>
          ))}
        </Box>
      ))}
    </Card>
  );
}
