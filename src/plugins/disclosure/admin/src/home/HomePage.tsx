import { Box, Flex, Grid, Main, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { DeskPerson } from '../../../server/desk/contract';
import { useWorklistQuery } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { DomainLinks } from './DomainLinks';
import { WorkGroupCard } from './WorkGroupCard';

/** The first page after the sign-in: what waits for the person. */
export function HomePage() {
  const { data, error } = useWorklistQuery(undefined, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  if (error) {
    return (
      <Main>
        <Page.Title>首页</Page.Title>
        <Layouts.Header title="政务公开" subtitle={errorText(error)} />
      </Main>
    );
  }
  if (!data) return <Page.Loading />;
  const waiting = data.groups.filter(({ total }) => total > 0);
  return (
    <Main>
      <Page.Title>首页</Page.Title>
      <Layouts.Header title={`您好，${data.person.name}`} subtitle={describe(data.person)} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          {waiting.length > 0 ? (
            <Grid.Root gap={5}>
              {waiting.map((group) => (
                <Grid.Item key={group.key} col={6} s={12} alignItems="stretch">
                  <WorkGroupCard group={group} types={data.types} />
                </Grid.Item>
              ))}
            </Grid.Root>
          ) : (
            <Box background="neutral0" shadow="tableShadow" hasRadius padding={8}>
              <Typography variant="delta">
                {data.person.department ? '没有待办事项' : '政务公开管理后台'}
              </Typography>
            </Box>
          )}
          <DomainLinks types={data.types} />
        </Flex>
      </Layouts.Content>
    </Main>
  );
}

const describe = ({ departmentName, duties }: DeskPerson): string =>
  departmentName
    ? `${departmentName} 职责：${duties.map(({ name }) => name).join('、') || '无'}`
    : '系统管理员：维护基础数据和账号，不办理公开信息';
