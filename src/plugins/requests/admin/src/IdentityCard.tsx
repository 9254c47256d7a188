import { Box, Button, Flex, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import type { RequestTold } from '../../shared/contract';
import { Card, Facts } from './RequestPage';
import { useLookAtIdentityMutation } from './requests-api';

/** Who asks: masked; in clear for a purpose, which the audit log keeps. */
export function IdentityCard({ request }: { request: RequestTold }) {
  const [purpose, setPurpose] = React.useState('');
  const [look, { data, error, isLoading }] = useLookAtIdentityMutation();
  const errorText = useErrorText();
  const shown = data ?? request.applicant;
  if (!shown) {
    return (
      <Card title="申请人">
        <Typography>申请人信息已按期删除。</Typography>
      </Card>
    );
  }
  return (
    <Card title={`申请人（${request.applicantKindLabel}）`}>
      <Facts
        pairs={[
          ['姓名或者名称', shown.name],
          ['证件号码', shown.idNumber],
          ['联系电话', shown.phone],
          ['电子邮箱', shown.email],
          ['通信地址', shown.address],
        ]}
      />
      {data ? null : (
        <Flex gap={2} alignItems="center">
          <Box minWidth="28rem">
            <TextInput
              aria-label="查看的用途"
              placeholder="查看的用途，如：邮寄答复书"
              value={purpose}
              onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setPurpose(target.value)}
            />
          </Box>
          <Button
            variant="tertiary"
            disabled={purpose.trim().length < 2}
            loading={isLoading}
            onClick={() => look({ id: request.id, purpose })}
          >
            查看完整信息
          </Button>
          <Typography variant="pi" textColor="neutral600">
            {error ? errorText(error) : '每次查看都记入审计日志'}
          </Typography>
        </Flex>
      )}
    </Card>
  );
}
