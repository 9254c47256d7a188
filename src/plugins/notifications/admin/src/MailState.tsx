import { Box, Flex, Typography } from '@strapi/design-system';
import { shanghaiTime } from '../../../disclosure/admin/src/shell/dates';
import { useMailStatusQuery } from './notifications-api';

/** 邮件发送情况: for the office and the administrator. */
export function MailState() {
  const { data } = useMailStatusQuery(undefined, { refetchOnMountOrArgChange: true });
  if (!data) return null;
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Typography tag="h2" variant="delta">
        邮件发送情况
      </Typography>
      <Typography tag="p" paddingTop={2}>
        {data.ready
          ? `等待发送${data.waiting}条，发送失败${data.failed.length}条。`
          : '没有设置邮件服务器，不发送邮件。需要的话，请系统管理员设置。'}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {data.failed.map((failure, index) => (
          <li key={index}>
            <Typography variant="pi" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
              {`${shanghaiTime(failure.at)} ${failure.name ?? '已离岗的人员'}：${failure.error}（已试${failure.attempts}次${failure.givenUp ? '，不再发送' : ''}）`}
            </Typography>
          </li>
        ))}
      </Flex>
    </Box>
  );
}
