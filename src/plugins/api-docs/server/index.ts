import type { Core } from '@strapi/strapi';
import { describeOwnRoutes } from './describe-own';
import { docsController } from './http/docs-controller';
import { routes } from './http/routes';

/** What the interface is, for people and for generators. */
export default {
  controllers: { docs: docsController },
  routes,
  register: ({ strapi }: { strapi: Core.Strapi }) => describeOwnRoutes(strapi),
};
