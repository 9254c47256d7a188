import { Button, Dialog, Typography } from '@strapi/design-system';

type Props = { secondsLeft: number; onStay: () => void };

const span = (seconds: number): string =>
  seconds >= 60 ? `${Math.floor(seconds / 60)}分${seconds % 60}秒` : `${seconds}秒`;

export function IdleWarning({ secondsLeft, onStay }: Props) {
  return (
    <Dialog.Root open onOpenChange={(open: boolean) => !open && onStay()}>
      <Dialog.Content>
        <Dialog.Header>即将退出登录</Dialog.Header>
        <Dialog.Body>
          <Typography textAlign="center">
            {`很久没有操作，${span(secondsLeft)}后将退出登录。页面上填写的内容会保留，重新输入密码后可以继续。`}
          </Typography>
        </Dialog.Body>
        <Dialog.Footer>
          <Button fullWidth onClick={onStay}>
            继续工作
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
