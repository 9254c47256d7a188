import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { MyAccount } from '../../../server/contract';
import { useChangePasswordMutation } from '../api/accounts-api';
import { Card } from '../parts/Card';
import { dateTime } from '../parts/date-time';
import { NewPasswordForm } from '../parts/NewPasswordForm';
import { PasswordInput } from '../parts/PasswordInput';

export function PasswordCard({ me }: { me: MyAccount }) {
  const [isOpen, setOpen] = React.useState(false);
  const [current, setCurrent] = React.useState('');
  const [change, { isLoading, error }] = useChangePasswordMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const save = async (password: string) => {
    const answer = await change({ currentPassword: current, password });
    if ('error' in answer) return;
    toggleNotification({ type: 'success', message: '密码已修改；其他设备上的登录已结束' });
    setCurrent('');
    setOpen(false);
  };
  return (
    <Card title="密码">
      {isOpen ? (
        <NewPasswordForm
          me={me}
          refusal={error ? errorText(error) : null}
          isBusy={isLoading}
          submitLabel="修改密码"
          isComplete={current !== ''}
          onSubmit={save}
        >
          <PasswordInput
            label="现在的密码"
            name="current-password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
          />
        </NewPasswordForm>
      ) : (
        <Flex gap={4}>
          <Typography>
            {me.passwordSetAt ? `${dateTime(me.passwordSetAt)} 设置` : '还没有在这里修改过'}
          </Typography>
          <Button variant="secondary" onClick={() => setOpen(true)}>
            修改密码
          </Button>
        </Flex>
      )}
    </Card>
  );
}
