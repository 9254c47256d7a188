import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

export const OFFICIAL_API = 'https://api.weixin.qq.com';

const aesKey = z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9+/]{43}$/)]).default('');

/** Settings of an installation (`plugins.wechat.config`): the account and its secrets, from the environment. */
export const settingsSchema = z.strictObject({
  appId: z.string().default(''),
  appSecret: z.string().default(''),
  /** 令牌 of the callback; empty: the callback is off */
  token: z.string().default(''),
  aesKey,
  /** while the key is being changed, messages under the one before are understood too */
  aesKeyPrevious: aesKey,
  apiUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  callback: z
    .strictObject({
      /** seconds by which a message may be older or newer than this server's clock; WeChat prescribes none */
      freshSeconds: z.int().min(30).max(86_400).default(300),
      /** 明文 messages: their text is not covered by the signature; false where the account is in 安全模式 */
      acceptPlain: z.boolean().default(true),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

const known = new WeakMap<object, Settings>();

export function settingsOf(strapi: Core.Strapi): Settings {
  const found = known.get(strapi) ?? settingsSchema.parse(strapi.config.get('plugin::wechat', {}) ?? {});
  known.set(strapi, found);
  return found;
}

/** Without both, nothing calls out. */
export const maySend = ({ appId, appSecret }: Settings): boolean => Boolean(appId && appSecret);

export const apiAddress = ({ apiUrl }: Settings): string => (apiUrl || OFFICIAL_API).replace(/\/+$/, '');

/** Stands for the account's settings, without telling them. */
export const stampOf = (settings: Settings): string =>
  createHash('sha256')
    .update(JSON.stringify([settings.appId, settings.appSecret, apiAddress(settings)]))
    .digest('hex');
