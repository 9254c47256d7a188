import type { Core } from '@strapi/strapi';
import { defineDomain } from '../../disclosure/server/domain/define-domain';
import { addDailyLook } from '../../notifications/server/daily-looks';
import { domain } from './domain';
import { describeReportRoutes } from './http/describe';
import { deskController } from './http/desk-controller';
import { pagesController } from './http/pages-controller';
import { panelRoutes, publicRoutes } from './http/routes';
import { lookAtReports } from './reminders/look-at-reports';

const plugin = defineDomain(domain);
type Context = { strapi: Core.Strapi };

export default {
  ...plugin,
  controllers: { ...plugin.controllers, desk: deskController, pages: pagesController },
  routes: {
    'content-api': (context: Context) => {
      const { type, routes } = plugin.routes['content-api'](context);
      return { type, routes: [...publicRoutes, ...routes] };
    },
    admin: panelRoutes,
  },
  register(context: Context) {
    plugin.register(context);
    describeReportRoutes(context.strapi);
    addDailyLook(context.strapi, lookAtReports);
  },
};
