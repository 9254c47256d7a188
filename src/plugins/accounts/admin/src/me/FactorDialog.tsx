import { Alert, Button, Flex, Modal } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { useBeginFactorMutation, useConfirmFactorMutation } from '../api/accounts-api';
import { FactorSetup } from '../parts/FactorSetup';
import { PasswordInput } from '../parts/PasswordInput';

/** Asks for the password, then sets up the second factor. */
export function FactorDialog({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = React.useState('');
  const [begin, begun] = useBeginFactorMutation();
  const [confirm, confirmed] = useConfirmFactorMutation();
  const errorText = useErrorText();
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>启用动态码</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {begun.data ? (
            <FactorSetup
              setup={begun.data}
              recoveryCodes={confirmed.data?.recoveryCodes ?? null}
              refusal={confirmed.error ? errorText(confirmed.error) : null}
              onConfirm={(code) => confirm({ code })}
              onDone={onClose}
            />
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (password) void begin({ password });
              }}
            >
              <Flex direction="column" alignItems="stretch" gap={4}>
                {begun.error ? (
                  <Alert variant="danger" title="没有启用" closeLabel="关闭提示">
                    {errorText(begun.error)}
                  </Alert>
                ) : null}
                <PasswordInput
                  label="请先输入密码"
                  name="password"
                  autoComplete="current-password"
                  autoFocus
                  value={password}
                  onChange={setPassword}
                />
                <Flex>
                  <Button type="submit" loading={begun.isLoading} disabled={!password}>
                    下一步
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
