import { DisclosureError } from '../../../disclosure/server/errors';
import type { Settings } from '../settings';
import { type Fields, type Format, readMessage } from './message';
import type { MessageQuery } from './query';
import { writeEncrypted } from './reply';
import { decrypt, encrypt } from './safe-mode';
import { isFresh, isSame, signatureOf } from './signature';

/** A message that is certainly WeChat's, and how its answer is to be wrapped. */
export type Opened = { fields: Fields; format: Format; wrap: (reply: string, now: Date) => string };

export const refused = (why: string): DisclosureError => new DisclosureError('NOT_ALLOWED', why);

/** @throws DisclosureError NOT_ALLOWED for a wrong signature, or one of another time */
export function assertSigned(
  { token, callback }: Settings,
  { timestamp, nonce }: { timestamp: string; nonce: string },
  { signature, of = [] }: { signature: string | undefined; of?: string[] },
  now: Date,
): void {
  if (!signature || !isSame(signature, signatureOf(token, timestamp, nonce, ...of))) {
    throw refused('签名不正确:请核对微信公众平台和本系统里的令牌(Token)是否相同');
  }
  if (!isFresh(timestamp, now, callback.freshSeconds)) {
    throw refused('消息的时间与本服务器相差太大:请校准服务器时间');
  }
}

/**
 * Checks, decrypts and reads a message, plain or in 安全模式.
 *
 * @throws DisclosureError NOT_ALLOWED for what is not WeChat's, INVALID_INPUT for what cannot be read
 */
export function openMessage(settings: Settings, query: MessageQuery, body: string, now: Date): Opened {
  if (query.encrypt_type === 'raw') {
    assertSigned(settings, query, { signature: query.signature }, now);
    if (!settings.callback.acceptPlain) throw refused('只接受安全模式的消息');
    return { ...readMessage(body), wrap: (reply) => reply };
  }
  const { format, fields } = readMessage(body);
  const sealed = fields.Encrypt ?? '';
  // the signature covers what is encrypted; without it nothing is decrypted
  assertSigned(settings, query, { signature: query.msg_signature, of: [sealed] }, now);
  const { appId, aesKey, aesKeyPrevious, token } = settings;
  for (const key of [aesKey, aesKeyPrevious]) {
    const message = key ? decrypt(key, appId, sealed) : null;
    if (message === null) continue;
    const wrap = (reply: string, at: Date) => {
      const Encrypt = encrypt(key, appId, reply);
      const TimeStamp = Math.floor(at.getTime() / 1000);
      const Nonce = query.nonce;
      const MsgSignature = signatureOf(token, String(TimeStamp), Nonce, Encrypt);
      return writeEncrypted({ Encrypt, MsgSignature, TimeStamp, Nonce }, format);
    };
    return { format, fields: readMessage(message).fields, wrap };
  }
  throw refused('消息无法解密:请核对 EncodingAESKey 和 AppID');
}
