import { Alert, Box, Flex, Main, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { LOGO } from '../../../../../admin/shell/look';
import type { MyAccount } from '../../../server/contract';
import { ask, type Refused } from '../api/ask';
import { CodeStep } from './CodeStep';
import { CredentialsStep } from './CredentialsStep';
import { FactorStep } from './FactorStep';
import { PasswordStep } from './PasswordStep';
import { type Credentials, enter, signIn } from './sign-in';

type Step = 'credentials' | 'code' | 'password' | 'factor';
/** What has been proved so far; the panel knows nothing of it until the last step. */
type Proved = { credentials: Credentials; token: string; me: MyAccount };

const SUBTITLES: Record<Step, string> = {
  credentials: '请使用本部门的账号登录；忘记密码请联系区政务公开办重置',
  code: '请打开手机上的验证器应用，输入现在显示的6位动态码',
  password: '首次登录、重置之后或密码到期，须先设置自己的密码',
  factor: '您的岗位须使用动态码登录，请先绑定手机上的验证器应用',
};

/** The sign-in: password, one-time code, and what is to be done before the work begins. */
export function SignInPage() {
  const [step, setStep] = React.useState<Step>('credentials');
  const [credentials, setCredentials] = React.useState<Credentials | null>(null);
  const [proved, setProved] = React.useState<Proved | null>(null);
  const [refused, setRefused] = React.useState<Refused | null>(null);
  const [isBusy, setBusy] = React.useState(false);

  /** Goes on to what is to be done next, or into the panel. */
  const goOn = async (given: Credentials, token: string) => {
    const { data: me, refused: why } = await ask<MyAccount>('/accounts/me', token);
    if (!me) {
      setRefused(why);
      setStep('credentials');
      return;
    }
    setProved({ credentials: given, token, me });
    if (me.next === null) enter(token);
    else setStep(me.next === 'password' ? 'password' : 'factor');
  };

  const submit = async (given: Credentials) => {
    setBusy(true);
    const answer = await signIn(given);
    setBusy(false);
    setCredentials(given);
    if (answer.data) {
      setRefused(null);
      if (answer.data.next === null) enter(answer.data.token);
      else await goOn(given, answer.data.token);
      return;
    }
    const needsCode = answer.refused.code === 'SECOND_FACTOR_REQUIRED';
    setRefused(needsCode ? null : answer.refused);
    if (needsCode) setStep('code');
    else if (answer.refused.code === 'ACCOUNT_LOCKED') setStep('credentials');
  };

  return (
    <Main>
      <Page.Title>政务公开</Page.Title>
      <Flex justifyContent="center" paddingTop={10} paddingBottom={10} paddingLeft={4} paddingRight={4}>
        <Box background="neutral0" shadow="tableShadow" hasRadius padding={8} width="100%" maxWidth="55.2rem">
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Flex direction="column" gap={3}>
              <img src={LOGO} alt="" aria-hidden height={56} />
              <Typography variant="alpha" tag="h1">
                政务公开管理后台
              </Typography>
              <Typography variant="epsilon" textColor="neutral600" textAlign="center">
                {SUBTITLES[step]}
              </Typography>
            </Flex>
            {refused ? (
              <Alert variant="danger" title="没有登录" closeLabel="关闭提示" onClose={() => setRefused(null)}>
                {refused.message}
              </Alert>
            ) : null}
            {step === 'credentials' ? <CredentialsStep isBusy={isBusy} onSubmit={submit} /> : null}
            {step === 'code' && credentials ? (
              <CodeStep
                isBusy={isBusy}
                onSubmit={(code) => submit({ ...credentials, code })}
                onBack={() => setStep('credentials')}
              />
            ) : null}
            {step === 'password' && proved ? (
              <PasswordStep
                {...proved}
                onDone={(password) => goOn({ ...proved.credentials, password }, proved.token)}
              />
            ) : null}
            {step === 'factor' && proved ? (
              <FactorStep {...proved} onDone={() => goOn(proved.credentials, proved.token)} />
            ) : null}
          </Flex>
        </Box>
      </Flex>
    </Main>
  );
}
