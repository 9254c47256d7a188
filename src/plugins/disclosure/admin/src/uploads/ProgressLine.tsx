import { Flex, ProgressBar, Typography } from '@strapi/design-system';

/** How much of an upload has gone. All of it, and the server still looks at the file: said in words. */
export function ProgressLine({ label, share, after }: { label: string; share: number; after: string }) {
  const percent = Math.min(100, Math.round(share * 100));
  return (
    <Flex gap={3} width="100%">
      <ProgressBar
        value={percent}
        size="S"
        aria-label={label}
        aria-valuetext={`${percent}%`}
        style={{ flex: 1, width: 'auto', minWidth: '10rem' }}
      />
      <Typography variant="pi" textColor="neutral600" style={{ minWidth: '9rem' }}>
        {percent < 100 ? `${percent}%` : after}
      </Typography>
    </Flex>
  );
}
