import { corsConfig } from '../src/plugins/disclosure/server/http/cors';
import { incomingFolder } from '../src/plugins/disclosure/server/http/incoming-files';

type Env = typeof import('@strapi/utils').env;

export default ({ env }: { env: Env }) => [
  'strapi::errors',
  // says in Chinese what Strapi and the parser of bodies say in English
  'plugin::disclosure.messages',
  // outside of what answers and refuses: both are kept by caches
  'plugin::disclosure.responseCache',
  // over plain http it is not to be said (RFC 6797 7.2)
  { name: 'strapi::security', config: env('PUBLIC_URL', '').startsWith('https:') ? {} : { hsts: false } },
  'plugin::disclosure.contentPolicy',
  'plugin::disclosure.panelFiles',
  { name: 'strapi::cors', config: corsConfig(env('CORS_ORIGINS')) },
  // who reads by a key: before what limits or caches anonymous reads, inside of what lets other sites' pages see the answer
  'plugin::consumers.keys',
  'strapi::query',
  'plugin::disclosure.incomingFiles',
  // reads what WeChat sends, before the general parser would
  'plugin::wechat.callbackBody',
  // bounds the files of applications before the general parser would read them
  'plugin::requests.attachments',
  { name: 'strapi::body', config: { formidable: { uploadDir: incomingFolder() } } },
  'strapi::session',
  // before what serves files
  'plugin::disclosure.uploads',
  { name: 'strapi::favicon', config: { path: 'public/favicon.png' } },
  'strapi::public',
  // inside of everything: gives refusals their status and code
  'plugin::disclosure.errors',
  // after whoever may name a registered consumer
  'plugin::disclosure.graphqlRateLimit',
];
