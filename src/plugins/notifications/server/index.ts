import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../disclosure/server/jobs/clock';
import { subscribe } from '../../disclosure/server/outbox/subscriptions';
import { lookAtDueDates } from './due/look-at-due-dates';
import { subscription } from './events/handle-event';
import { controller } from './http/controller';
import { routes } from './http/routes';
import { sendDueMails } from './mail/send-due';
import { settingsSchema } from './settings';
import { sweepNotifications } from './store/sweep';

type Context = { strapi: Core.Strapi };

/** Notifications: what waits for whom, told in the panel and by e-mail. */
export default {
  config: {
    default: settingsSchema.parse({}),
    validator: (config: unknown) => void settingsSchema.parse(config),
  },
  controllers: { notifications: controller },
  routes,

  register({ strapi }: Context) {
    subscribe(strapi, subscription(strapi));
  },

  // a mail server that answers slowly delays no publication: clocks of their own
  bootstrap({ strapi }: Context) {
    const look = async () => {
      const now = new Date();
      await lookAtDueDates(strapi, now);
      await sweepNotifications(strapi, now);
      return null;
    };
    clocks = [startClock(strapi, look), startClock(strapi, () => sendDueMails(strapi))];
  },

  async destroy() {
    await Promise.all(clocks.map(({ stop }) => stop()));
    clocks = [];
  },
};

let clocks: Clock[] = [];
