import { Typography } from '@strapi/design-system';
import { SecretDialog } from '../../../../disclosure/admin/src/shell/SecretDialog';
import type { PersonAnswer } from '../../../server/contract';

type Props = { answer: PersonAnswer; onClose: () => void };

/** The initial password, shown this once. */
export const InitialPassword = ({ answer: { person, initialPassword = '' }, onClose }: Props) => (
  <SecretDialog
    title={`${person.name}的初始密码`}
    label="初始密码"
    secret={initialPassword}
    advice="只在这里显示一次。请当面或打电话交给本人，不要发到群里；首次登录时须换成自己的密码。"
    done="已交给本人"
    isLarge
    onClose={onClose}
  >
    <Typography textColor="neutral600">{`登录邮箱：${person.email ?? ''}`}</Typography>
  </SecretDialog>
);
