import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../disclosure/server/jobs/clock';
import { subscribe } from '../../disclosure/server/outbox/subscriptions';
import { provideSearch } from '../../disclosure/server/search/port';
import { search } from './answer/search';
import { suggest } from './answer/suggest';
import { postgresIndex } from './index/postgres/postgres-index';
import { fillIndex } from './keep/fill';
import { readMissingFiles } from './keep/read-files';
import { subscription } from './keep/subscription';
import { vocabularyOf } from './vocabulary/vocabulary';

type Context = { strapi: Core.Strapi };

/** Search over all that is public. */
export default {
  register({ strapi }: Context) {
    const index = postgresIndex(strapi);
    provideSearch(strapi, {
      search: (query) => search(strapi, index, query),
      suggest: (query) => suggest(strapi, index, query),
    });
    subscribe(strapi, subscription(strapi, index));
  },

  // what is missing is nobody's wait: a clock of its own, beside that of the outbox
  bootstrap({ strapi }: Context) {
    const index = postgresIndex(strapi);
    stopped = false;
    const isStopped = () => stopped;
    clock = startClock(strapi, async () => {
      // the dictionary is read before the first person waits for it
      await vocabularyOf(strapi);
      await fillIndex(strapi, index, isStopped);
      const read = await readMissingFiles(strapi, index, isStopped);
      return read > 0 ? new Date() : null;
    });
  },

  async destroy() {
    stopped = true;
    await clock?.stop();
    clock = null;
  },
};

let clock: Clock | null = null;
let stopped = false;
