import fs from 'node:fs';
import path from 'node:path';

type Env = typeof import('@strapi/utils').env;
type PluginEntry = { enabled: true; resolve: string };

/** The folders that hold local plugins: the engine and its peers, and one folder a disclosure domain. */
const PLUGIN_ROOTS = ['../src/plugins', '../src/plugins/domains'];

/** What official documents come as: PDF, office formats, pictures, sound and film, plain tables. */
const UPLOAD_TYPES = [
  'application/pdf',
  'application/msword',
  'application/x-cfb',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/ofd',
  'application/zip',
  'text/plain',
  'text/csv',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'video/mp4',
  'audio/mpeg',
];

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

const plugins = findPlugins();

export default ({ env }: { env: Env }) => ({
  ...plugins,
  disclosure: {
    ...plugins.disclosure,
    // 索引号: {orgCode}, {YYYY} or {YYYYMM}, and {seqN} (N digits)
    config: { indexNumberPattern: '{orgCode}/{YYYY}-{seq5}' },
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
      sizeLimit: 200 * 1024 * 1024,
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
