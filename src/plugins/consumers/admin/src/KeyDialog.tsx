import { SecretDialog } from '../../../disclosure/admin/src/shell/SecretDialog';

type Props = { apiKey: string; onClose: () => void };

/** The key, shown this once. */
export const KeyDialog = ({ apiKey, onClose }: Props) => (
  <SecretDialog
    title="接口密钥"
    label="接口密钥"
    secret={apiKey}
    advice="只在这里显示一次，系统不保存密钥本身；丢失了只能换新的。请用安全的办法交给对方，请求时放在请求头 X-API-Key 里。"
    done="已交给对方"
    onClose={onClose}
  />
);
