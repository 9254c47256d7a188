export default [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'plugin::disclosure.contentPolicy',
  'strapi::cors',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
  'plugin::disclosure.panelMessages',
  // inside of everything: gives refusals their status and code
  'plugin::disclosure.errors',
];
