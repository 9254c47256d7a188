import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../disclosure/server/jobs/clock';
import { nextMidnight } from '../../disclosure/server/jobs/next-change';
import { subscribe } from '../../disclosure/server/outbox/subscriptions';
import { PUBLIC_TOPICS } from '../../disclosure/server/outbox/topics';
import { profilesOf } from './format/profiles';
import { changesController } from './http/changes-controller';
import { describeExchangeRoutes } from './http/describe';
import { routes } from './http/routes';
import { targetsController } from './http/targets-controller';
import { digestMissing } from './log/digests';
import { logDays } from './log/log-days';
import { settingsOf, settingsSchema } from './settings';
import { startWorker } from './webhooks/worker';

type Context = { strapi: Core.Strapi };

const wake = () => {
  for (const clock of clocks) clock.wake();
};

/** Exchange with other platforms: the log of changes, and webhooks that follow it. */
export default {
  config: {
    default: settingsSchema.parse({}),
    validator: (config: unknown) => void settingsSchema.parse(config),
  },
  controllers: { changes: changesController, targets: targetsController(wake) },
  routes,

  register({ strapi }: Context) {
    describeExchangeRoutes(strapi);
    // a profile with a mistake is said at the start
    profilesOf(strapi);
    // the event is only a reason to look at the log
    subscribe(strapi, { name: 'exchange', topics: PUBLIC_TOPICS, handle: async () => wake() });
  },

  bootstrap({ strapi }: Context) {
    stopped = false;
    const look = async () => {
      const now = new Date();
      await logDays(strapi);
      await digestMissing(strapi, () => stopped);
      await sweepDeliveries(strapi);
      return nextMidnight(now);
    };
    clocks = [startClock(strapi, look), startWorker(strapi)];
  },

  async destroy() {
    stopped = true;
    await Promise.all(clocks.map(({ stop }) => stop()));
    clocks = [];
  },
};

let clocks: Clock[] = [];
let stopped = false;

/** Removes what was sent long ago from the list of deliveries. */
const sweepDeliveries = (strapi: Core.Strapi) =>
  strapi.db.connection.raw(
    `delete from webhook_deliveries where id in (
       select id from webhook_deliveries where at < now() - make_interval(days => ?) order by at limit 5000)`,
    [settingsOf(strapi).keepDays],
  );
