import { Alert, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { MyAccount } from '../../../server/contract';
import { checkRules } from '../../../server/passwords/policy';
import { PasswordInput } from './PasswordInput';
import { RuleList } from './RuleList';

type Props = {
  me: MyAccount;
  refusal: string | null;
  isBusy: boolean;
  submitLabel: string;
  /** the present password, where the form asks for it */
  children?: React.ReactNode;
  isComplete?: boolean;
  onSubmit: (password: string) => void;
};

const note = ({ history, maxAgeDays }: MyAccount['policy']): string =>
  [
    history > 0 ? `不能与现在的密码或最近${history}次用过的相同` : '',
    maxAgeDays === null ? '' : `每${maxAgeDays}天须更换一次`,
  ]
    .filter(Boolean)
    .join('；');

/** A new password, typed twice, with the rules ticking off while she types. */
export function NewPasswordForm({
  me,
  refusal,
  isBusy,
  submitLabel,
  children,
  isComplete = true,
  onSubmit,
}: Props) {
  const [password, setPassword] = React.useState('');
  const [again, setAgain] = React.useState('');
  const rules = checkRules(password, me, me.policy);
  const isSame = password === again;
  const isReady = isComplete && isSame && rules.every(({ isKept }) => isKept);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSubmit(password);
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        {refusal ? (
          <Alert variant="danger" title="密码没有修改" closeLabel="关闭提示">
            {refusal}
          </Alert>
        ) : null}
        {children}
        <PasswordInput
          label="新密码"
          name="new-password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <RuleList rules={rules} />
        <PasswordInput
          label="再输入一次"
          name="again"
          autoComplete="new-password"
          value={again}
          error={again && !isSame ? '两次输入的不一样' : undefined}
          onChange={setAgain}
        />
        <Typography variant="pi" textColor="neutral600">
          {note(me.policy)}
        </Typography>
        <Flex>
          <Button type="submit" loading={isBusy} disabled={!isReady}>
            {submitLabel}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
