import { Badge, Box, Flex, Loader, Typography } from '@strapi/design-system';
import type * as React from 'react';
import { Link } from 'react-router-dom';

type Props = {
  id: string;
  title: string;
  /** how many there are, and the way to all of them */
  total?: { count: number; to: string; urgent?: boolean };
  hint?: string;
  children: React.ReactNode;
};

/** A part of the home page. */
export function Card({ id, title, total, hint, children }: Props) {
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      width="100%"
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      padding={6}
    >
      <Flex gap={2}>
        <Typography tag="h2" id={id} variant="delta">
          {title}
        </Typography>
        {total ? (
          <Link to={total.to} aria-label={`${title}：共${total.count}件，查看全部`}>
            <Badge variant={total.urgent ? 'danger' : 'primary'}>{total.count}</Badge>
          </Link>
        ) : null}
      </Flex>
      {hint ? (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
          {hint}
        </Typography>
      ) : null}
      <Box paddingTop={4}>{children}</Box>
    </Box>
  );
}

/** The card while its content is on the way. */
export const LoadingCard = ({ id, title }: { id: string; title: string }) => (
  <Card id={id} title={title}>
    <Loader small>正在读取</Loader>
  </Card>
);
