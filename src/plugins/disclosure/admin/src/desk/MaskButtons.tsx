import { Button, Flex, Typography } from '@strapi/design-system';
import { useForm, useNotification } from '@strapi/strapi/admin';
import type { Desk } from '../../../server/desk/contract';
import { useVerbMutation } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { maskable } from './finding-texts';

/** Masking is an edit. */
export const mayMask = (desk: Desk): boolean =>
  desk.buttons.some(({ verb, allowed }) => verb === 'edit' && allowed);

/** 一键遮盖: masks what was found in the fields; attachments are replaced by hand. */
export function MaskButtons({ desk }: { desk: Desk }) {
  const [send, { isLoading }] = useVerbMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const modified = useForm('MaskButtons', (state) => state.modified);
  const { sure, phones } = maskable(desk.findings);
  if (!mayMask(desk) || sure + phones === 0) return null;

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
