import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import type * as React from 'react';

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
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
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
        </Modal.Body>
        <Modal.Footer>
          <Button variant="secondary" onClick={copyIt}>
            复制
          </Button>
          <Button onClick={onClose}>{done}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
