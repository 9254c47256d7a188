import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { MyAccount } from '../../../server/contract';
import { useMyAccountAgainMutation } from '../api/accounts-api';
import { Card } from '../parts/Card';
import { FactorDialog } from './FactorDialog';
import { ProofDialog } from './ProofDialog';

type Opened = 'begin' | 'remove' | 'codes' | null;

export function FactorCard({ me: { secondFactor } }: { me: MyAccount }) {
  const [opened, setOpened] = React.useState<Opened>(null);
  const [refresh] = useMyAccountAgainMutation();
  const close = () => {
    setOpened(null);
    void refresh();
  };
  return (
    <Card title="动态码（两步登录）">
      <Typography>
        登录时除了密码，还要输入手机上验证器应用显示的6位动态码。密码被人知道了，别人也登录不了。
      </Typography>
      <Flex gap={4} wrap="wrap">
        {secondFactor.isOn ? (
          <>
            <Badge active>已启用</Badge>
            <Typography>{`备用码还有${secondFactor.recoveryCodes}个没有用`}</Typography>
            <Button variant="secondary" onClick={() => setOpened('codes')}>
              重新生成备用码
            </Button>
            {secondFactor.isRequired ? (
              <Typography variant="pi" textColor="neutral600">
                您的岗位须使用动态码；换手机请联系区政务公开办重置
              </Typography>
            ) : (
              <Button variant="danger-light" onClick={() => setOpened('remove')}>
                停用
              </Button>
            )}
          </>
        ) : (
          <>
            <Badge>未启用</Badge>
            <Button onClick={() => setOpened('begin')}>启用动态码</Button>
          </>
        )}
      </Flex>
      {opened === 'begin' ? <FactorDialog onClose={close} /> : null}
      {opened === 'remove' || opened === 'codes' ? <ProofDialog purpose={opened} onClose={close} /> : null}
    </Card>
  );
}
