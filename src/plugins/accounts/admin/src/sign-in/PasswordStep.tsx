import * as React from 'react';
import type { MyAccount } from '../../../server/contract';
import { ask, type Refused } from '../api/ask';
import { NewPasswordForm } from '../parts/NewPasswordForm';
import type { Credentials } from './sign-in';

type Props = {
  credentials: Credentials;
  token: string;
  me: MyAccount;
  onDone: (password: string) => void;
};

/** Her own password in the place of the initial one. */
export function PasswordStep({ credentials, token, me, onDone }: Props) {
  const [refused, setRefused] = React.useState<Refused | null>(null);
  const [isBusy, setBusy] = React.useState(false);
  const save = async (password: string) => {
    setBusy(true);
    const body = { currentPassword: credentials.password, password };
    const answer = await ask<MyAccount>('/accounts/me/password', token, body);
    setBusy(false);
    if (answer.data) onDone(password);
    else setRefused(answer.refused);
  };
  return (
    <NewPasswordForm
      me={me}
      refusal={refused?.message ?? null}
      isBusy={isBusy}
      submitLabel="设置密码并继续"
      onSubmit={save}
    />
  );
}
