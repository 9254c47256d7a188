import { Alert, Button, Flex, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { useRemoveFactorMutation, useRenewRecoveryCodesMutation } from '../api/accounts-api';
import { CodeInput } from '../parts/CodeInput';
import { PasswordInput } from '../parts/PasswordInput';
import { RecoveryCodeList } from '../parts/RecoveryCodeList';

type Props = { purpose: 'remove' | 'codes'; onClose: () => void };

const TEXTS = {
  remove: { title: '停用动态码', ask: '停用后只用密码登录，备用码同时作废。', confirm: '停用' },
  codes: { title: '重新生成备用码', ask: '原来的备用码全部作废。', confirm: '重新生成' },
};

/** Asks for password and code before the second factor is changed. */
export function ProofDialog({ purpose, onClose }: Props) {
  const [password, setPassword] = React.useState('');
  const [code, setCode] = React.useState('');
  const [remove, removed] = useRemoveFactorMutation();
  const [renew, renewed] = useRenewRecoveryCodesMutation();
  const errorText = useErrorText();
  const { title, ask, confirm } = TEXTS[purpose];
  const error = removed.error ?? renewed.error;
  const submit = async () => {
    const answer = await (purpose === 'remove' ? remove({ password, code }) : renew({ password, code }));
    setCode('');
    if (purpose === 'remove' && !('error' in answer)) onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {renewed.data ? (
            <RecoveryCodeList codes={renewed.data.recoveryCodes} onDone={onClose} />
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (password && code) void submit();
              }}
            >
              <Flex direction="column" alignItems="stretch" gap={4}>
                <Typography>{ask}</Typography>
                {error ? (
                  <Alert variant="danger" title="没有办成" closeLabel="关闭提示">
                    {errorText(error)}
                  </Alert>
                ) : null}
                <PasswordInput
                  label="密码"
                  name="password"
                  autoComplete="current-password"
                  value={password}
                  onChange={setPassword}
                />
                <CodeInput value={code} onChange={setCode} />
                <Flex>
                  <Button type="submit" disabled={!password || !code}>
                    {confirm}
                  </Button>
                </Flex>
              </Flex>
            </form>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
