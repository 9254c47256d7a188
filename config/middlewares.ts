import { incomingFolder } from '../src/plugins/disclosure/server/http/incoming-files';

export default [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'plugin::disclosure.contentPolicy',
  'strapi::cors',
  'strapi::query',
  'plugin::disclosure.incomingFiles',
  { name: 'strapi::body', config: { formidable: { uploadDir: incomingFolder() } } },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
  'plugin::disclosure.panelMessages',
  // inside of everything: gives refusals their status and code
  'plugin::disclosure.errors',
];
