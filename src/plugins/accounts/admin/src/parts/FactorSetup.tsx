import { Alert, Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { SecondFactorSetup } from '../../../server/contract';
import { CodeInput } from './CodeInput';
import { RecoveryCodeList } from './RecoveryCodeList';

type Props = {
  /** null: still asked for */
  setup: SecondFactorSetup | null;
  /** null: not confirmed yet */
  recoveryCodes: readonly string[] | null;
  refusal: string | null;
  onConfirm: (code: string) => void;
  onDone: () => void;
};

/** The secret in groups of four, for typing by hand. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** Sets up a second factor: scan, type the first code, keep the recovery codes. */
export function FactorSetup({ setup, recoveryCodes, refusal, onConfirm, onDone }: Props) {
  const [code, setCode] = React.useState('');
  if (recoveryCodes) return <RecoveryCodeList codes={recoveryCodes} onDone={onDone} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // the form of a dialog lies within that of the page
        event.stopPropagation();
        onConfirm(code);
        setCode('');
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        {refusal ? (
          <Alert variant="danger" title="没有绑定" closeLabel="关闭提示">
            {refusal}
          </Alert>
        ) : null}
        <Typography>
          一、用手机上的验证器应用（支持 TOTP 的都可以）扫描二维码；不能扫描的，手工输入密钥。
        </Typography>
        {setup ? (
          <Flex direction="column" gap={2}>
            <Box background="neutral0" padding={2}>
              <img src={setup.qrCode} alt="绑定用的二维码" width={200} height={200} />
            </Box>
            <Typography variant="pi" textColor="neutral600">
              密钥
            </Typography>
            <Typography tag="code" aria-label="密钥" fontWeight="bold">
              {grouped(setup.secret)}
            </Typography>
          </Flex>
        ) : refusal ? null : (
          <Loader>正在准备</Loader>
        )}
        <Typography>二、输入应用现在显示的6位动态码。</Typography>
        <CodeInput value={code} onChange={setCode} />
        <Flex>
          <Button type="submit" disabled={!setup || !code}>
            绑定
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
