import fs from 'node:fs';
import path from 'node:path';
import { MAX_UPLOAD_BYTES, UPLOAD_TYPES } from '../src/plugins/disclosure/shared/upload-rules';

type Env = typeof import('@strapi/utils').env;
type PluginEntry = { enabled: true; resolve: string };

/** The folders that hold local plugins: the engine and its peers, and one folder a disclosure domain. */
const PLUGIN_ROOTS = ['../src/plugins', '../src/plugins/domains'];

/**
 * Finds every local plugin: a folder whose package.json says `strapi.kind: "plugin"`.
 * The path is absolute because a relative one would name the TypeScript folder at run time,
 * from which Strapi silently loads nothing.
 */
function findPlugins(): Record<string, PluginEntry> {
  const found: Record<string, PluginEntry> = {};
  for (const root of PLUGIN_ROOTS.map((relative) => path.resolve(__dirname, relative))) {
    if (!fs.existsSync(root)) continue;
    for (const folder of fs.readdirSync(root).sort()) {
      const manifest = path.join(root, folder, 'package.json');
      if (!fs.existsSync(manifest)) continue;
      const { strapi } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as {
        strapi?: { kind?: string; name?: string };
      };
      if (strapi?.kind !== 'plugin' || !strapi.name) continue;
      found[strapi.name] = { enabled: true, resolve: path.join(root, folder) };
    }
  }
  return found;
}

/** Mail by the district's own server; without SMTP_HOST Strapi's default stays, and is closed (closed-doors.ts). */
const mail = (env: Env) =>
  env('SMTP_HOST')
    ? {
        email: {
          config: {
            provider: 'nodemailer',
            providerOptions: {
              host: env('SMTP_HOST'),
              port: env.int('SMTP_PORT', 465),
              // 465: encrypted from the start; other ports become so by STARTTLS where the server offers it
              secure: env.int('SMTP_PORT', 465) === 465,
              ...(env('SMTP_USERNAME')
                ? { auth: { user: env('SMTP_USERNAME'), pass: env('SMTP_PASSWORD') } }
                : {}),
              connectionTimeout: 10_000,
              greetingTimeout: 10_000,
              socketTimeout: 20_000,
              disableFileAccess: true,
              disableUrlAccess: true,
            },
            settings: { defaultFrom: env('MAIL_FROM'), defaultReplyTo: env('MAIL_FROM') },
          },
        },
      }
    : {};

const plugins = findPlugins();

export default ({ env }: { env: Env }) => ({
  ...plugins,
  ...mail(env),
  notifications: {
    ...plugins.notifications,
    config: { publicUrl: env('PUBLIC_URL', '') },
  },
  disclosure: {
    ...plugins.disclosure,
    // 索引号: {orgCode}, {YYYY} or {YYYYMM}, and {seqN} (N digits)
    config: {
      indexNumberPattern: '{orgCode}/{YYYY}-{seq5}',
      // finished answers that each instance keeps; 0: none
      responseCache: { megabytes: 64 },
      // requests a minute and address that cost something, kept answers not counted; 0: not limited
      rateLimits: { search: 120, graphql: 120, downloads: 30 },
      site: {
        url: env('PUBLIC_URL', ''),
        page: env('PAGE_URL', ''),
        name: env('SITE_NAME', ''),
        idCode: env('SITE_ID_CODE', ''),
        // 栏目类别 (page tag ColumnType) by column code, for it and those below it; '*' for all others
        columnTypes: {},
      },
    },
  },
  exchange: {
    ...plugins.exchange,
    // private networks into which webhooks may be sent (政务外网, 内网): everything private is refused otherwise
    config: { privateNetworks: env.array('WEBHOOK_PRIVATE_NETWORKS', []) },
  },
  requests: {
    ...plugins.requests,
    config: {
      // who looks for viruses in the files of applications and answers
      clamd: {
        host: env('CLAMD_HOST', ''),
        port: Number(env('CLAMD_PORT')) || 3310,
        socket: env('CLAMD_SOCKET', ''),
      },
    },
  },
  wechat: {
    ...plugins.wechat,
    config: {
      appId: env('WECHAT_APP_ID', ''),
      appSecret: env('WECHAT_APP_SECRET', ''),
      token: env('WECHAT_TOKEN', ''),
      aesKey: env('WECHAT_AES_KEY', ''),
      aesKeyPrevious: env('WECHAT_AES_KEY_PREVIOUS', ''),
      apiUrl: env('WECHAT_API_URL', ''),
      // seconds by which clocks may differ; 明文 messages (the signature does not cover their text): false in 安全模式
      callback: { freshSeconds: 300, acceptPlain: true },
    },
  },
  policy: {
    ...plugins.policy,
    // cities prescribe these for themselves; no national text that was checked does
    config: {
      // rows whose documents are published together with their interpretation; working days for the others
      interpretation: { together: ['L05-01'], followWithin: 3 },
      // the last day of 有效期N年 ('day-before' the anniversary, or the 'anniversary'), and when to evaluate
      expiry: { lastDay: 'day-before', evaluateMonthsBefore: 6 },
    },
  },
  accounts: {
    ...plugins.accounts,
    // what assessors of 等级保护 usually ask for; no text of law prescribes the numbers
    config: {
      password: { minLength: 10, classes: 3, history: 5, maxAgeDays: 90 },
      lock: { failures: 5, minutes: 10 },
      idleMinutes: 30,
      // 'administrator', or duties: 'supervisor', 'auditor', 'publisher', 'reviewer', 'editor'
      secondFactor: { requiredFor: [] },
    },
  },
  'users-permissions': {
    config: {
      jwtSecret: env('JWT_SECRET'),
      jwt: { expiresIn: '12h' },
      // a whole government building can stand behind one address
      ratelimit: { enabled: true, interval: { min: 1 }, max: 120 },
    },
  },
  upload: {
    config: {
      sizeLimit: MAX_UPLOAD_BYTES,
      // the content is sniffed; HTML and SVG stay out: they would run on the panel's origin
      security: { allowedTypes: UPLOAD_TYPES },
    },
  },
  graphql: {
    config: {
      endpoint: '/graphql',
      // the schema is the engine's own (src/plugins/disclosure/server/graphql), with its limits and errors:
      // the generated one can ask for drafts (strapi#25326)
      shadowCRUD: false,
      defaultLimit: 20,
      maxLimit: 100,
      generateArtifacts: false,
    },
  },
});
