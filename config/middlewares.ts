import { incomingFolder } from '../src/plugins/disclosure/server/http/incoming-files';

export default [
  'strapi::logger',
  'strapi::errors',
  // says in Chinese what Strapi and the parser of bodies say in English
  'plugin::disclosure.messages',
  // outside of what answers and refuses: both are kept by caches
  'plugin::disclosure.responseCache',
  'strapi::security',
  'plugin::disclosure.contentPolicy',
  'strapi::cors',
  'strapi::query',
  'plugin::disclosure.incomingFiles',
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
