import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import type * as React from 'react';
import { ModalFrame } from './ModalFrame';

type Props = {
  title: string;
  /** what the secret is called, for screen readers */
  label: string;
  secret: string;
  /** what to do with it */
  advice: string;
  /** the button that says it has been done */
  done: string;
  /** short enough to be read out */
  isLarge?: boolean;
  onClose: () => void;
  children?: React.ReactNode;
};

/** Something that is shown this once: a password, a key. */
export function SecretDialog({ title, label, secret, advice, done, isLarge, onClose, children }: Props) {
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const copyIt = async () => {
    if (await copy(secret)) toggleNotification({ type: 'success', message: '已复制' });
  };
  const buttons = (
    <>
      <Button variant="secondary" onClick={copyIt}>
        复制
      </Button>
      <Button onClick={onClose}>{done}</Button>
    </>
  );
  return (
    <ModalFrame title={title} footer={buttons} onClose={onClose}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>{advice}</Typography>
        {children}
        <Box background="neutral100" hasRadius padding={4}>
          <Typography
            tag="code"
            variant={isLarge ? 'beta' : 'omega'}
            aria-label={label}
            style={{ overflowWrap: 'anywhere' }}
          >
            {secret}
          </Typography>
        </Box>
      </Flex>
    </ModalFrame>
  );
}
