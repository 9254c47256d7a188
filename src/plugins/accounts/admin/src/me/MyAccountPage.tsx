import { Box, Flex, Link, Main, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { useMyAccountQuery } from '../api/accounts-api';
import { FactorCard } from './FactorCard';
import { PasswordCard } from './PasswordCard';
import { SessionsCard } from './SessionsCard';

/** 我的账号: her password, her second factor, where she is signed in. */
export function MyAccountPage() {
  const { data: me, error } = useMyAccountQuery(undefined, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  const who = me
    ? [me.name, me.departmentName, me.dutyNames.join('、'), me.email].filter(Boolean).join(' · ')
    : '';
  return (
    <Main>
      <Page.Title>我的账号</Page.Title>
      <Layouts.Header title="我的账号" subtitle={error ? errorText(error) : who} />
      <Layouts.Content>
        {me ? (
          <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
            <PasswordCard me={me} />
            <FactorCard me={me} />
            <SessionsCard />
            <Box>
              <Typography variant="pi" textColor="neutral600">
                部门和职责由区政务公开办维护；姓名显示和界面外观在{' '}
              </Typography>
              <Link tag={NavLink} to="/me">
                个人设置
              </Link>
            </Box>
          </Flex>
        ) : error ? null : (
          <Page.Loading />
        )}
      </Layouts.Content>
    </Main>
  );
}
