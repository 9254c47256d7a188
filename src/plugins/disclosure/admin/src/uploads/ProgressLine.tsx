import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Bar = styled.div`
  flex: 1;
  height: 0.6rem;
  overflow: hidden;
  border-radius: 0.3rem;
  background: ${({ theme }) => theme.colors.neutral200};
`;
/** No `div`: the panel hides what holds nothing but empty ones (`src/admin/shell`). */
const Done = styled.span`
  display: block;
  height: 100%;
  background: ${({ theme }) => theme.colors.primary600};
  transition: width 0.2s;
`;

/**
 * How much of an upload has gone. All of it, and the server still looks at the file: said in words.
 * The bar of the design system tells screen readers no value.
 */
export function ProgressLine({ label, share, after }: { label: string; share: number; after: string }) {
  const percent = Math.min(100, Math.round(share * 100));
  return (
    <Flex gap={3} width="100%">
      <Bar
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <Done style={{ width: `${percent}%` }} />
      </Bar>
      <Typography variant="pi" textColor="neutral600" style={{ minWidth: '9rem' }}>
        {percent < 100 ? `${percent}%` : after}
      </Typography>
    </Flex>
  );
}
