import type { Core } from '@strapi/strapi';
import { consumersController } from './http/consumers-controller';
import { keysMiddleware } from './http/keys-middleware';
import { routes } from './http/routes';
import { type Running, startRunning } from './running';

/** Registered readers: keys, limits, usage. */
export default {
  controllers: { consumers: consumersController },
  middlewares: { keys: keysMiddleware },
  routes,

  register({ strapi }: { strapi: Core.Strapi }) {
    running = startRunning(strapi);
  },

  async destroy() {
    await running?.stop();
    running = null;
  },
};

let running: Running | null = null;
