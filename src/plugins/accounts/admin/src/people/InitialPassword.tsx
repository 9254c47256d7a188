import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import type { PersonAnswer } from '../../../server/contract';

type Props = { answer: PersonAnswer; onClose: () => void };

/** The initial password, shown this once. */
export function InitialPassword({ answer: { person, initialPassword = '' }, onClose }: Props) {
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const copyIt = async () => {
    if (await copy(initialPassword)) toggleNotification({ type: 'success', message: '已复制' });
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`${person.name}的初始密码`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              只在这里显示一次。请当面或打电话交给本人,不要发到群里;首次登录时须换成自己的密码。
            </Typography>
            <Typography textColor="neutral600">{`登录邮箱:${person.email ?? ''}`}</Typography>
            <Box background="neutral100" hasRadius padding={4}>
              <Typography tag="code" variant="beta" aria-label="初始密码">
                {initialPassword}
              </Typography>
            </Box>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="secondary" onClick={copyIt}>
            复制
          </Button>
          <Button onClick={onClose}>已交给本人</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
