import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useClipboard, useNotification } from '@strapi/strapi/admin';

type Props = { apiKey: string; onClose: () => void };

/** The key, shown this once. */
export function KeyDialog({ apiKey, onClose }: Props) {
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const copyIt = async () => {
    if (await copy(apiKey)) toggleNotification({ type: 'success', message: '已复制' });
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>接口密钥</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              只在这里显示一次,系统不保存密钥本身;丢失了只能换新的。请用安全的办法交给对方,请求时放在请求头
              X-API-Key 里。
            </Typography>
            <Box background="neutral100" hasRadius padding={4}>
              <Typography tag="code" aria-label="接口密钥" style={{ overflowWrap: 'anywhere' }}>
                {apiKey}
              </Typography>
            </Box>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="secondary" onClick={copyIt}>
            复制
          </Button>
          <Button onClick={onClose}>已交给对方</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
