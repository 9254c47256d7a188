import type { Core } from '@strapi/strapi';
import { afterStart } from './plugins/disclosure/server';

/** The application itself has no code: everything is in the plugins under src/plugins. */
export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await afterStart(strapi);
  },
};
