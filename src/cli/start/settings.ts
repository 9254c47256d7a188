import path from 'node:path';
import { z } from 'zod';
import { corsOriginsSchema } from '../../plugins/disclosure/server/http/cors';
import { hasSm } from '../../plugins/disclosure/server/privacy/boxes/sm';
import { isProfile } from '../../plugins/disclosure/server/privacy/encryption-profile';
import { StartFailure } from './failure';
import { ROOT } from './paths';

/** What the environment says about this start; passwords are `undefined` where they will be generated. */
export type Settings = {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** `undefined`: start the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  databaseReadUrl: string | undefined;
  adminEmail: string;
  adminPassword: string | undefined;
  demo: boolean;
  demoPassword: string | undefined;
};

const databaseUrl = z
  .string()
  .refine(
    isPostgresUrl,
    '的值不是 PostgreSQL 连接地址,请写成 postgres://用户名:密码@主机:端口/数据库名(密码里的特殊字符要用百分号编码)',
  );

const password = z.string().refine((value) => {
  const bytes = Buffer.byteLength(value);
  // bcrypt looks at the first 72 bytes only.
  return value.length >= 8 && bytes <= 72;
}, '不合要求,请设为 8 个字符以上、72 个字节以内的密码,或者不设它(首次启动时自动生成)');

const aesKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}$/, '的值不对,请抄微信公众平台里的 EncodingAESKey(43个字母或数字)');

const schema = z.object({
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
      message: '的值不对,请写 1 到 65535 之间的整数,或者不设它(默认 1337)',
    })
    .default('1337'),
  HOST: z
    .string()
    .regex(
      /^[A-Za-z0-9.:_-]+$/,
      '的值不对,请写本机的 IP 地址或主机名(只供本机访问写 127.0.0.1,供其他机器访问写 0.0.0.0)',
    )
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_READ_URL: databaseUrl.optional(),
  ADMIN_EMAIL: z
    .email('的值不是电子邮箱地址,请改正,或者不设它(默认 admin@example.test)')
    .toLowerCase()
    .default('admin@example.test'),
  ADMIN_PASSWORD: password.optional(),
  DEMO: z
    .string()
    .toLowerCase()
    .refine(
      (value) => value === 'true' || value === 'false',
      '的值不对,请写 true(装入演示数据)或 false(不装入)',
    )
    .optional(),
  DEMO_PASSWORD: password.optional(),
  SMTP_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, '的值不对,请写邮件服务器的主机名,或者不设它(不发邮件)')
    .optional(),
  SMTP_PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
      message: '的值不对,请写 1 到 65535 之间的整数,或者不设它(默认 465)',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@]+@[^\s@]+>?$/, '的值不对,请写发件地址,如 政务公开 <gk@example.gov.cn>')
    .optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: '的值不对,请写公众和工作人员使用的网址,如 https://gk.example.gov.cn',
    })
    .optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^[0-9]$/, '的值不对,请写前面有几层可信的反向代理(0 到 9),或者不设它(默认 0)')
    .optional(),
  PAGE_URL: z
    .string()
    .refine(
      isPageUrl,
      '的值不对,请写门户网站上一条信息的网址,用 {documentId} 代表编号,如 https://www.example.gov.cn/zwgk/{documentId}.html',
    )
    .optional(),
  CORS_ORIGINS: corsOriginsSchema.optional(),
  ENCRYPTION_PROFILE: z
    .string()
    .refine(isProfile, '的值不对，请写 aes(默认)或 sm(国密：SM4 和 HMAC-SM3)')
    .refine(
      (profile) => profile !== 'sm' || hasSm(),
      '设成了 sm，但本机 Node.js 的 OpenSSL 没有 SM4 或 SM3，请换用 nodejs.org 发布的 Node.js，或者改为 aes',
    )
    .optional(),
  CLAMD_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, '的值不对，请写 clamd 所在的主机名或 IP 地址，或者不设它(不查毒)')
    .optional(),
  CLAMD_PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
      message: '的值不对，请写 1 到 65535 之间的整数，或者不设它(默认 3310)',
    })
    .optional(),
  CLAMD_SOCKET: z.string().startsWith('/', '的值不对，请写 clamd 的套接字文件的绝对路径').optional(),
  SITE_NAME: z.string().max(60, '的值太长,网站名称最多60个字').optional(),
  SITE_ID_CODE: z
    .string()
    .regex(/^[0-9A-Z]{10}$/, '的值不对,网站标识码是10位数字或大写字母')
    .optional(),
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx[0-9a-z]{16}$/, '的值不对,请抄微信公众平台里的 AppID(wx 开头,18位)')
    .optional(),
  WECHAT_APP_SECRET: z
    .string()
    .regex(/^[0-9A-Za-z]{16,128}$/, '的值不对,请抄微信公众平台里的 AppSecret')
    .optional(),
  WECHAT_TOKEN: z
    .string()
    .regex(/^[0-9A-Za-z]{3,32}$/, '的值不对,令牌(Token)是3到32个字母或数字')
    .optional(),
  WECHAT_AES_KEY: aesKey.optional(),
  WECHAT_AES_KEY_PREVIOUS: aesKey.optional(),
  WECHAT_API_URL: z
    .url({
      protocol: /^https?$/,
      error: '的值不对,请写微信接口的网址,或者不设它(默认 https://api.weixin.qq.com)',
    })
    .optional(),
});

/**
 * Reads and checks the environment. An empty variable counts as not set.
 *
 * @throws StartFailure for the first variable that is wrong
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, env[name]?.trim()])
      .filter(([, value]) => value),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartFailure(`环境变量 ${String(issue?.path[0])} ${issue?.message}。`);
  }
  const { data } = parsed;
  if (data.DATABASE_READ_URL && !data.DATABASE_URL) {
    throw new StartFailure(
      '设了环境变量 DATABASE_READ_URL 却没有设 DATABASE_URL,请同时设置主库地址,或者去掉只读库地址。',
    );
  }
  if (data.CLAMD_HOST && data.CLAMD_SOCKET) {
    throw new StartFailure('环境变量 CLAMD_HOST 和 CLAMD_SOCKET 只能设一个，请去掉其中一个。');
  }
  if (data.SMTP_HOST && !(data.MAIL_FROM && data.PUBLIC_URL)) {
    throw new StartFailure(
      '设了环境变量 SMTP_HOST 却没有设 MAIL_FROM(发件地址)和 PUBLIC_URL(邮件里链接用的网址),请一并设好。',
    );
  }
  if ((data.WECHAT_APP_SECRET || data.WECHAT_AES_KEY) && !data.WECHAT_APP_ID) {
    throw new StartFailure(
      '设了环境变量 WECHAT_APP_SECRET 或 WECHAT_AES_KEY 却没有设 WECHAT_APP_ID,请一并设好。',
    );
  }
  if ((data.WECHAT_APP_ID || data.WECHAT_TOKEN) && !(data.PUBLIC_URL || data.PAGE_URL)) {
    throw new StartFailure(
      '设了公众号(WECHAT_APP_ID 或 WECHAT_TOKEN)却没有设 PUBLIC_URL 或 PAGE_URL(文章“阅读原文”和回复里的链接用它),请一并设好。',
    );
  }
  return {
    port: Number(data.PORT),
    host: data.HOST,
    dataDir: path.resolve(ROOT, data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    databaseReadUrl: data.DATABASE_READ_URL,
    adminEmail: data.ADMIN_EMAIL,
    adminPassword: data.ADMIN_PASSWORD,
    demo: data.DEMO === undefined ? data.DATABASE_URL === undefined : data.DEMO === 'true',
    demoPassword: data.DEMO_PASSWORD,
  };
}

function isPageUrl(value: string): boolean {
  return /^https?:\/\//.test(value) && value.includes('{documentId}') && URL.canParse(value);
}

function isPostgresUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname } = new URL(value);
  return (protocol === 'postgres:' || protocol === 'postgresql:') && pathname.length > 1;
}
