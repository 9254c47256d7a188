import { Box, Typography } from '@strapi/design-system';

/** Cells of Strapi's table do not wrap by themselves. */
export function Wrapped({ width, children }: { width: string; children: string }) {
  return (
    <Box style={{ maxWidth: width, whiteSpace: 'normal', textAlign: 'left', lineHeight: 1.5 }}>
      <Typography tag="span" textColor="neutral800" style={{ whiteSpace: 'normal' }}>
        {children}
      </Typography>
    </Box>
  );
}
