import { Alert, Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';
import { CodeInput } from '../parts/CodeInput';
import { PasswordInput } from '../parts/PasswordInput';
import { enter, signIn } from '../sign-in/sign-in';

type Props = { email: string; why: 'idle' | 'ended'; onDone: () => void; onLeave: () => void };

const REASONS = {
  idle: '很久没有操作，为了安全已退出登录。',
  ended: '这次登录已经结束（可能由管理人员结束、在别处修改了密码，或时间太长）。',
};

/** Asks for the password over the page: what was typed on it stays. */
export function SignInAgain({ email, why, onDone, onLeave }: Props) {
  const [password, setPassword] = React.useState('');
  const [code, setCode] = React.useState('');
  const [needsCode, setNeedsCode] = React.useState(false);
  const [refusal, setRefusal] = React.useState<string | null>(null);
  const [isBusy, setBusy] = React.useState(false);

  const submit = async () => {
    setBusy(true);
    const answer = await signIn({ email, password, ...(code ? { code } : {}) });
    setBusy(false);
    setCode('');
    if (!answer.data) {
      const isAsked = answer.refused.code === 'SECOND_FACTOR_REQUIRED';
      setNeedsCode(needsCode || isAsked);
      setRefusal(isAsked ? null : answer.refused.message);
      return;
    }
    // a password that has run out meanwhile is changed on the page of the sign-in
    if (answer.data.next) return onLeave();
    enter(answer.data.token);
    onDone();
  };

  return (
    <Modal.Root open>
      <Modal.Content
        onEscapeKeyDown={(event: Event) => event.preventDefault()}
        onInteractOutside={(event: Event) => event.preventDefault()}
      >
        {/* no cross to close it with: there is nothing to go back to */}
        <Box background="neutral100" padding={5}>
          <Modal.Title>请重新登录</Modal.Title>
        </Box>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (password) void submit();
          }}
        >
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{`${REASONS[why]}页面上填写的内容还在，输入密码后可以继续。`}</Typography>
              {refusal ? (
                <Alert
                  variant="danger"
                  title="没有登录"
                  closeLabel="关闭提示"
                  onClose={() => setRefusal(null)}
                >
                  {refusal}
                </Alert>
              ) : null}
              <Typography fontWeight="bold">{email}</Typography>
              <PasswordInput
                label="密码"
                name="password"
                autoComplete="current-password"
                autoFocus
                value={password}
                onChange={setPassword}
              />
              {needsCode ? <CodeInput value={code} onChange={setCode} autoFocus /> : null}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onLeave}>
              不继续，回到登录页
            </Button>
            <Button type="submit" loading={isBusy} disabled={!password || (needsCode && !code)}>
              继续
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
