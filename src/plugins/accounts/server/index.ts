import type { Core } from '@strapi/strapi';
import { meController } from './http/me-controller';
import { peopleController } from './http/people-controller';
import { routes } from './http/routes';
import { guardApiUsers } from './passwords/guard-api';
import { guardPanelUsers } from './passwords/guard-panel';
import { guardSessions } from './sessions/guard';
import { indexSessions } from './sessions/indexes';
import { accountSettingsSchema } from './settings';
import { guardApiSignIn } from './sign-in/api';
import { guardPanelWaysIn } from './sign-in/panel-ways-in';

/** Accounts: who may sign in, how, and until when. Who she is, the engine's memberships say. */
export default {
  config: { default: {}, validator: (config: unknown) => void accountSettingsSchema.parse(config) },
  controllers: { people: peopleController, me: meController },
  routes,

  register({ strapi }: { strapi: Core.Strapi }) {
    indexSessions(strapi);
    guardSessions(strapi);
    guardPanelWaysIn(strapi);
    guardPanelUsers(strapi);
    guardApiSignIn(strapi);
    guardApiUsers(strapi);
  },
};
