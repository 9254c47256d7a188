import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../disclosure/server/jobs/clock';
import { addDailyLook } from '../../notifications/server/daily-looks';
import { startMails, stopMails } from './documents/mail/clock';
import { lookAtFrequent } from './frequent/look-at-frequent';
import { guideController } from './guide/guide-controller';
import { aidController } from './http/aid-controller';
import { analysisController } from './http/analysis-controller';
import { attachmentsMiddleware } from './http/attachments-body';
import { describeRequestRoutes } from './http/describe';
import { deskController } from './http/desk-controller';
import { deskFilesController } from './http/desk-files-controller';
import { filesController } from './http/files-controller';
import { noticesController } from './http/notices-controller';
import { ownNoticesController } from './http/own-notices-controller';
import { pagesController } from './http/pages-controller';
import { publicController } from './http/public-controller';
import { routes } from './http/routes';
import { templatesController } from './http/templates-controller';
import { look } from './jobs/look';
import { scanWaiting } from './jobs/scan-files';
import { lookAtRequests } from './notices/look-at-requests';
import { settingsSchema } from './settings';

type Context = { strapi: Core.Strapi };

let clocks: Clock[] = [];

/** 依申请公开: applications for information, from their receipt to the archive. */
export default {
  config: {
    default: settingsSchema.parse({}),
    validator: (config: unknown) => void settingsSchema.parse(config),
  },
  controllers: {
    ...{ public: publicController, pages: pagesController, desk: deskController },
    ...{ aid: aidController, guide: guideController },
    ...{ notices: noticesController, ownNotices: ownNoticesController, templates: templatesController },
    ...{ analysis: analysisController, files: filesController, deskFiles: deskFilesController },
  },
  middlewares: { attachments: attachmentsMiddleware },
  routes,

  register({ strapi }: Context) {
    describeRequestRoutes(strapi);
    addDailyLook(strapi, lookAtRequests);
    addDailyLook(strapi, lookAtFrequent);
  },

  bootstrap({ strapi }: Context) {
    // a scanner that answers slowly keeps no clock waiting
    const scan = () => scanWaiting(strapi).then(() => null);
    clocks = [startClock(strapi, () => look(strapi)), startClock(strapi, scan)];
    startMails(strapi);
  },

  async destroy() {
    await Promise.all(clocks.map(({ stop }) => stop()));
    await stopMails();
    clocks = [];
  },
};
