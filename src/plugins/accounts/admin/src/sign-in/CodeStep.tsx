import { Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { CodeInput } from '../parts/CodeInput';

type Props = { isBusy: boolean; onSubmit: (code: string) => void; onBack: () => void };

/** The one-time code, after the password was right. */
export function CodeStep({ isBusy, onSubmit, onBack }: Props) {
  const [code, setCode] = React.useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (code) onSubmit(code);
        setCode('');
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <CodeInput value={code} onChange={setCode} autoFocus />
        <Typography variant="pi" textColor="neutral600">
          手机不在身边时，可以输入一个备用码；都没有的，请联系区政务公开办重置
        </Typography>
        <Button type="submit" fullWidth size="L" loading={isBusy} disabled={!code}>
          继续登录
        </Button>
        <Button variant="tertiary" fullWidth onClick={onBack}>
          换一个账号
        </Button>
      </Flex>
    </form>
  );
}
