import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import * as React from 'react';
import { PasswordInput } from '../parts/PasswordInput';
import type { Credentials } from './sign-in';

type Props = { isBusy: boolean; onSubmit: (credentials: Credentials) => void };

/** Name and password. The button is always on: what the browser fills in by itself is not seen before it is used. */
export function CredentialsStep({ isBusy, onSubmit }: Props) {
  const [email, setEmail] = React.useState('');
  const [password, setPassword] = React.useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (email && password) onSubmit({ email: email.trim(), password });
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Field.Root name="email" required>
          <Field.Label>登录邮箱</Field.Label>
          <TextInput
            type="email"
            autoComplete="username"
            autoFocus
            placeholder="请输入登录邮箱"
            value={email}
            onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setEmail(target.value)}
          />
        </Field.Root>
        <PasswordInput
          label="密码"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" fullWidth size="L" loading={isBusy}>
          登录
        </Button>
      </Flex>
    </form>
  );
}
