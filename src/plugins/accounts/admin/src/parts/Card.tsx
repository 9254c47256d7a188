import { Box, Flex, Typography } from '@strapi/design-system';
import type * as React from 'react';

/** A part of a page with its heading. */
export function Card({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box tag="section" aria-label={title} background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="h2" variant="delta">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
}
