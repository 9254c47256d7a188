import os from 'node:os';
import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../disclosure/server/jobs/clock';
import { subscribe } from '../../disclosure/server/outbox/subscriptions';
import { provideSearch } from '../../disclosure/server/search/port';
import { createTurns } from '../../disclosure/server/turns';
import { matches } from './answer/matches';
import { search } from './answer/search';
import { suggest } from './answer/suggest';
import { postgresIndex } from './index/postgres/postgres-index';
import type { SearchIndex } from './index/search-index';
import { fillIndex } from './keep/fill';
import { readMissingFiles } from './keep/read-files';
import { subscription } from './keep/subscription';
import { vocabularyOf } from './vocabulary/vocabulary';

type Context = { strapi: Core.Strapi };

/**
 * Searches at the same time: half of each is this process's work, half the database's, so twice as many as there are
 * processors keep both busy. More only hold each other up.
 */
const turns = createTurns({
  atOnce: 2 * os.availableParallelism(),
  waiting: 200,
  busy: '正在检索的人较多，请稍后再试',
});

/** Search over all that is public. */
export default {
  register({ strapi }: Context) {
    index = postgresIndex(strapi);
    const own = index;
    provideSearch(strapi, {
      search: (query) => turns.take(() => search(strapi, own, query)),
      matches: (q, documentIds) => matches(strapi, own, q, documentIds),
      suggest: (query) => suggest(strapi, own, query),
    });
    subscribe(strapi, subscription(strapi, own));
  },

  // what is missing is nobody's wait: a clock of its own, beside that of the outbox
  bootstrap({ strapi }: Context) {
    if (!index) return;
    const own = index;
    stopped = false;
    const isStopped = () => stopped;
    clock = startClock(strapi, async () => {
      // the dictionary is read before the first person waits for it
      await vocabularyOf(strapi);
      await fillIndex(strapi, own, isStopped);
      const read = await readMissingFiles(strapi, own, isStopped);
      return read > 0 ? new Date() : null;
    });
  },

  async destroy() {
    stopped = true;
    await clock?.stop();
    clock = null;
    await index?.close();
    index = null;
  },
};

let index: SearchIndex | null = null;
let clock: Clock | null = null;
let stopped = false;
