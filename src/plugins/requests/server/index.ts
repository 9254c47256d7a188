import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../disclosure/server/jobs/clock';
import { analysisController } from './http/analysis-controller';
import { describeRequestRoutes } from './http/describe';
import { deskController } from './http/desk-controller';
import { pagesController } from './http/pages-controller';
import { publicController } from './http/public-controller';
import { routes } from './http/routes';
import { look } from './jobs/look';
import { settingsSchema } from './settings';

type Context = { strapi: Core.Strapi };

let clock: Clock | null = null;

/** 依申请公开: applications for information, from their receipt to the archive. */
export default {
  config: {
    default: settingsSchema.parse({}),
    validator: (config: unknown) => void settingsSchema.parse(config),
  },
  controllers: {
    public: publicController,
    pages: pagesController,
    desk: deskController,
    analysis: analysisController,
  },
  routes,

  register({ strapi }: Context) {
    describeRequestRoutes(strapi);
  },

  bootstrap({ strapi }: Context) {
    clock = startClock(strapi, () => look(strapi));
  },

  async destroy() {
    await clock?.stop();
    clock = null;
  },
};
