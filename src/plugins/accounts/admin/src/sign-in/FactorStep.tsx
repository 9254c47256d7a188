import * as React from 'react';
import type { RecoveryCodes, SecondFactorSetup } from '../../../server/contract';
import { ask } from '../api/ask';
import { FactorSetup } from '../parts/FactorSetup';
import type { Credentials } from './sign-in';

type Props = { credentials: Credentials; token: string; onDone: () => void };

/** Sets up the second factor that her duties oblige her to. */
export function FactorStep({ credentials, token, onDone }: Props) {
  const [setup, setSetup] = React.useState<SecondFactorSetup | null>(null);
  const [codes, setCodes] = React.useState<readonly string[] | null>(null);
  const [refusal, setRefusal] = React.useState<string | null>(null);
  React.useEffect(() => {
    const body = { password: credentials.password };
    ask<SecondFactorSetup>('/accounts/me/second-factor', token, body).then(({ data, refused }) => {
      setSetup(data);
      setRefusal(refused?.message ?? null);
    });
  }, []);
  const confirm = async (code: string) => {
    const answer = await ask<RecoveryCodes>('/accounts/me/second-factor/confirm', token, { code });
    setRefusal(answer.refused?.message ?? null);
    if (answer.data) setCodes(answer.data.recoveryCodes);
  };
  return (
    <FactorSetup setup={setup} recoveryCodes={codes} refusal={refusal} onConfirm={confirm} onDone={onDone} />
  );
}
