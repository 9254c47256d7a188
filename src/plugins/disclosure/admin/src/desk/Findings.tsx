import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useForm, useNotification } from '@strapi/strapi/admin';
import type { Desk } from '../../../server/desk/contract';
import { useVerbMutation } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { FindingList } from './FindingList';
import { headingFor, isSure, maskable } from './finding-texts';

/** 个人信息: what was found in the document, the button that masks it, and the reason for leaving it. */
export function Findings({ desk }: { desk: Desk }) {
  const { findings, personalDataOverride: override } = desk;
  if (findings.length === 0) return null;
  const blocks = findings.some(isSure);
  const color = blocks ? 'danger' : 'warning';
  return (
    <Box
      background={`${color}100`}
      borderColor={`${color}200`}
      hasRadius
      padding={3}
      role="note"
      aria-label="个人信息检查"
    >
      <Typography tag="div" variant="pi" fontWeight="bold" textColor={`${color}700`}>
        {headingFor(desk)}
      </Typography>
      <FindingList findings={findings} advice={mayEdit(desk)} />
      <MaskButtons desk={desk} />
      {override ? (
        <Box paddingTop={2}>
          <Typography tag="div" variant="pi" fontWeight="bold" textColor="neutral800">
            {`须公开的理由（${override.by}）`}
          </Typography>
          <Typography tag="div" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {override.reason}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral700">
            {override.confirmedBy ? `已由${override.confirmedBy}核对确认` : '等待另一位审核人员核对确认'}
          </Typography>
        </Box>
      ) : null}
    </Box>
  );
}

const mayEdit = (desk: Desk): boolean => desk.buttons.some(({ verb, allowed }) => verb === 'edit' && allowed);

function MaskButtons({ desk }: { desk: Desk }) {
  const [send, { isLoading }] = useVerbMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const modified = useForm('MaskButtons', (state) => state.modified);
  const { sure, phones } = maskable(desk.findings);
  if (!mayEdit(desk) || sure + phones === 0) return null;

  const mask = async (withPhones: boolean) => {
    const answer = await send({
      uid: desk.uid,
      documentId: desk.documentId,
      verb: 'mask-personal-data',
      body: { expectedVersion: desk.version, ...(withPhones ? { phones: true } : {}) },
    });
    const error = 'error' in answer ? answer.error : undefined;
    toggleNotification({
      type: error ? 'danger' : 'success',
      message: error ? errorText(error) : '已遮盖，请核对后提交',
    });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
      {sure > 0 ? (
        <Button
          variant="danger"
          fullWidth
          loading={isLoading}
          disabled={modified}
          onClick={() => mask(false)}
        >
          一键遮盖
        </Button>
      ) : null}
      {phones > 0 ? (
        <Button
          variant="tertiary"
          fullWidth
          loading={isLoading}
          disabled={modified}
          onClick={() => mask(true)}
        >
          {sure > 0 ? '连同手机号码一起遮盖' : '遮盖手机号码'}
        </Button>
      ) : null}
      {modified ? (
        <Typography variant="pi" textColor="neutral600">
          有未保存的修改，请先保存再遮盖。
        </Typography>
      ) : null}
    </Flex>
  );
}
