import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { CheckCircle, CrossCircle } from '@strapi/icons';
import type { RuleResult } from '../../../server/passwords/policy';

/** Of interest only to her whose password is too long. */
const isShown = ({ id, isKept }: RuleResult): boolean => id !== 'bytes' || !isKept;

/** The rules of a password, each ticked off as soon as it is kept. */
export function RuleList({ rules }: { rules: readonly RuleResult[] }) {
  return (
    <Box tag="ul" aria-label="密码规则" aria-live="polite">
      {rules.filter(isShown).map(({ id, text, isKept }) => (
        <Flex tag="li" key={id} gap={2} paddingTop={1}>
          {isKept ? (
            <CheckCircle fill="success600" aria-hidden />
          ) : (
            <CrossCircle fill="neutral400" aria-hidden />
          )}
          <Typography variant="pi" textColor={isKept ? 'success700' : 'neutral600'}>
            {text}
            <VisuallyHidden>{isKept ? '（已满足）' : '（未满足）'}</VisuallyHidden>
          </Typography>
        </Flex>
      ))}
    </Box>
  );
}
