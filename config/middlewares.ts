export default [
  'strapi::logger',
  'strapi::errors',
  // says in Chinese what Strapi and the parser of bodies say in English
  'plugin::disclosure.messages',
  'strapi::security',
  'plugin::disclosure.contentPolicy',
  'strapi::cors',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  { name: 'strapi::favicon', config: { path: 'public/favicon.png' } },
  'strapi::public',
  // inside of everything: gives refusals their status and code
  'plugin::disclosure.errors',
];
