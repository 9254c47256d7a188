import { Alert, Button, Flex } from '@strapi/design-system';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { useEndMySessionMutation, useMySessionsQuery } from '../api/accounts-api';
import { Card } from '../parts/Card';
import { SessionTable } from '../parts/SessionTable';

export function SessionsCard() {
  const { data = [] } = useMySessionsQuery(undefined, { refetchOnMountOrArgChange: true });
  const [end, { error, isLoading }] = useEndMySessionMutation();
  const errorText = useErrorText();
  return (
    <Card title="登录的设备">
      {error ? (
        <Alert variant="danger" title="没有结束" closeLabel="关闭提示">
          {errorText(error)}
        </Alert>
      ) : null}
      <SessionTable sessions={data} onEnd={(id) => void end(id)} />
      {data.length > 1 ? (
        <Flex>
          <Button variant="danger-light" loading={isLoading} onClick={() => void end(null)}>
            结束其他全部登录
          </Button>
        </Flex>
      ) : null}
    </Card>
  );
}
