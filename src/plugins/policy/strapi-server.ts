import type { Core } from '@strapi/strapi';
import { defineDomain } from '../disclosure/server/domain/define-domain';
import { addDailyLook } from '../notifications/server/daily-looks';
import { domain } from './domain';
import { lookAtRegulations } from './regulations/watch/look-at-regulations';
import { watchController, watchRoutes } from './regulations/watch/watch-routes';
import { lookAtPolicies } from './reminders/look-at-policies';
import { settingsSchema } from './settings';

const plugin = defineDomain(domain);

export default {
  ...plugin,
  controllers: { ...plugin.controllers, regulations: watchController },
  routes: { ...plugin.routes, admin: watchRoutes },
  config: {
    default: settingsSchema.parse({}),
    validator: (config: unknown) => void settingsSchema.parse(config),
  },
  register(context: { strapi: Core.Strapi }) {
    plugin.register(context);
    addDailyLook(context.strapi, lookAtPolicies);
    addDailyLook(context.strapi, lookAtRegulations);
  },
};
