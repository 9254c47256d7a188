import type { Core } from '@strapi/strapi';
import { closeAccountRoutes, closeMail } from './access/closed-doors';
import { closeRegistration, syncDepartmentRole } from './access/department-role';
import { followReferenceData, rolesSettled, syncRoles } from './access/follow';
import { keepAbilities } from './access/kept-abilities';
import { guardLibraryRoutes, ownFilesPolicy } from './access/library-policy';
import { registerOwnDepartmentCondition } from './access/own-department';
import { syncPanelViews } from './access/panel-views';
import { guardReviewedFiles } from './access/reviewed-files';
import { indexFileNames } from './access/uploads/may-open';
import { contentTypes } from './content-types';
import { loadDemo } from './demo';
import { openRegistry } from './domain/registry';
import { createGateMiddleware } from './gate/middleware';
import { installRecordGuards } from './gate/record-guards';
import { registerGraphql } from './graphql';
import { contentPolicyMiddleware } from './http/content-policy-middleware';
import { copyController } from './http/copy-controller';
import { describeEngineRoutes } from './http/describe-engine-routes';
import { deskController } from './http/desk-controller';
import { errorsMiddleware } from './http/errors-middleware';
import { exportController } from './http/export-controller';
import { incomingFilesMiddleware, prepareIncomingFolder } from './http/incoming-files';
import { messagesMiddleware } from './http/messages-middleware';
import { pageController } from './http/page-controller';
import { panelFilesMiddleware } from './http/panel-files-middleware';
import { publicController } from './http/public-controller';
import { rosterController } from './http/roster-controller';
import { routes } from './http/routes';
import { uploadsMiddleware } from './http/uploads-middleware';
import { versionController } from './http/version-controller';
import { workbenchController } from './http/workbench-controller';
import { startJobs } from './jobs';
import { leanMiddlewares } from './lean-requests/middlewares';
import { indexRoutes, type Router } from './lean-requests/route-index';
import { privacySettingsSchema } from './privacy/settings';
import { graphqlRateLimitMiddleware, rateLimitMiddleware } from './rate-limits/middlewares';
import { rateLimitsSchema } from './rate-limits/settings';
import { seedReferenceData } from './reference-data/seed';
import { startReplica } from './replica/public-reads';
import { responseCacheSchema } from './response-cache/cache';
import { standInFront } from './response-cache/front';
import { responseCacheMiddleware } from './response-cache/middleware';
import { tellOfReferenceData } from './response-cache/reference-data';
import { DEFAULT_INDEX_NUMBER_PATTERN, parseIndexNumberPattern } from './rules/index-number';
import { DEFAULT_SCHEDULE_MAX_DAYS, scheduleMaxDaysSchema } from './schedule/settings';
import { siteSchema } from './site/settings';

type Context = { strapi: Core.Strapi };

/** The engine: everything that holds for every disclosure domain. */
export default {
  config: {
    default: {
      indexNumberPattern: DEFAULT_INDEX_NUMBER_PATTERN,
      privacy: {},
      scheduleMaxDays: DEFAULT_SCHEDULE_MAX_DAYS,
      site: siteSchema.parse({}),
      responseCache: responseCacheSchema.parse({}),
      rateLimits: rateLimitsSchema.parse({}),
    },
    validator: (
      config: Record<'privacy' | 'scheduleMaxDays' | 'site' | 'responseCache' | 'rateLimits', unknown> & {
        indexNumberPattern: string;
      },
    ) => {
      parseIndexNumberPattern(config.indexNumberPattern);
      privacySettingsSchema.parse(config.privacy);
      scheduleMaxDaysSchema.parse(config.scheduleMaxDays);
      siteSchema.parse(config.site);
      responseCacheSchema.parse(config.responseCache);
      rateLimitsSchema.parse(config.rateLimits);
    },
  },
  contentTypes,
  controllers: {
    public: publicController,
    export: exportController,
    roster: rosterController,
    copy: copyController,
    page: pageController,
    desk: deskController,
    workbench: workbenchController,
    versions: versionController,
  },
  policies: { ownFiles: ownFilesPolicy },
  middlewares: {
    errors: errorsMiddleware,
    contentPolicy: contentPolicyMiddleware,
    panelFiles: panelFilesMiddleware,
    incomingFiles: incomingFilesMiddleware,
    messages: messagesMiddleware,
    responseCache: responseCacheMiddleware,
    rateLimit: rateLimitMiddleware,
    graphqlRateLimit: graphqlRateLimitMiddleware,
    uploads: uploadsMiddleware,
  },
  routes,

  register({ strapi }: Context) {
    prepareIncomingFolder();
    leanMiddlewares(strapi);
    openRegistry(strapi);
    describeEngineRoutes(strapi);
    closeAccountRoutes(strapi);
    guardLibraryRoutes(strapi);
    indexFileNames(strapi);
    for (const [name, type] of [
      ['choice', 'string'],
      ['matrix', 'json'],
      ['reasons', 'json'],
      ['documents', 'json'],
      ['entries', 'json'],
      ['body', 'text'],
      ['roster', 'string'],
    ] as const) {
      strapi.customFields.register({ name, plugin: 'disclosure', type });
    }
    strapi.documents.use(createGateMiddleware(strapi) as never);
    registerGraphql(strapi);
  },

  async bootstrap({ strapi }: Context) {
    guardReviewedFiles(strapi);
    registerOwnDepartmentCondition(strapi);
    await keepAbilities(strapi);
    await installRecordGuards(strapi);
    await seedReferenceData(strapi);
    await tellOfReferenceData(strapi);
  },

  async destroy({ strapi }: Context) {
    await stopJobs();
    await stopReplica();
    await rolesSettled(strapi);
  },
};

let stopJobs = async (): Promise<void> => undefined;
let stopReplica = async (): Promise<void> => undefined;

/** What can only be done when every plugin has started: Strapi's own roles and views come first. */
export async function afterStart(strapi: Core.Strapi): Promise<void> {
  closeMail(strapi);
  await syncDepartmentRole(strapi);
  await closeRegistration(strapi);
  await syncPanelViews(strapi);
  await syncRoles(strapi);
  await loadDemo(strapi);
  await syncRoles(strapi);
  followReferenceData(strapi);
  indexRoutes(strapi.server.router as unknown as Router);
  standInFront(strapi);
  stopReplica = startReplica(strapi);
  stopJobs = startJobs(strapi);
}
