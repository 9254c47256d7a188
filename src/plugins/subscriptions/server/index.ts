import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../disclosure/server/jobs/clock';
import { subscribe } from '../../disclosure/server/outbox/subscriptions';
import { PUBLIC_TOPICS } from '../../disclosure/server/outbox/topics';
import { describeSubscriptionRoutes } from './http/describe';
import { deskController } from './http/desk-controller';
import { publicController } from './http/public-controller';
import { routes } from './http/routes';
import { sendDueNews } from './mail/send-due';
import { settingsSchema } from './settings';
import { matchChanges } from './store/match';
import { resealAddresses } from './store/reseal';
import { sweepSubscriptions } from './store/sweep';

type Context = { strapi: Core.Strapi };

const wake = () => {
  for (const clock of clocks) clock.wake();
};

/** 订阅: citizens are told by mail of what concerns them. */
export default {
  config: {
    default: settingsSchema.parse({}),
    validator: (config: unknown) => void settingsSchema.parse(config),
  },
  controllers: { public: publicController(wake), desk: deskController },
  routes,

  register({ strapi }: Context) {
    describeSubscriptionRoutes(strapi);
    // the event is only a reason to look at the log of changes
    subscribe(strapi, { name: 'subscriptions', topics: PUBLIC_TOPICS, handle: async () => wake() });
  },

  // a mail server that answers slowly delays no comparison: clocks of their own
  bootstrap({ strapi }: Context) {
    let isResealed = false;
    const match = async () => {
      if (!isResealed) await resealAddresses(strapi);
      isResealed = true;
      await sweepSubscriptions(strapi);
      return matchChanges(strapi);
    };
    clocks = [startClock(strapi, match), startClock(strapi, () => sendDueNews(strapi))];
  },

  async destroy() {
    await Promise.all(clocks.map(({ stop }) => stop()));
    clocks = [];
  },
};

let clocks: Clock[] = [];
