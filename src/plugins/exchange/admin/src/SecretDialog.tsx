import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useClipboard, useNotification } from '@strapi/strapi/admin';

/** The secret of a target, shown this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const copyIt = async () => {
    if (await copy(secret)) toggleNotification({ type: 'success', message: '已复制' });
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>签名密钥</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              只在这里显示一次。请用安全的办法交给对方，对方用它核对推送确实来自本系统。
            </Typography>
            <Box background="neutral100" hasRadius padding={4}>
              <Typography tag="code" aria-label="签名密钥" style={{ overflowWrap: 'anywhere' }}>
                {secret}
              </Typography>
            </Box>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="secondary" onClick={copyIt}>
            复制
          </Button>
          <Button onClick={onClose}>已保存</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
