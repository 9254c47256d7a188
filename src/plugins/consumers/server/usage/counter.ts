import type { Core } from '@strapi/strapi';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';

type Count = { consumerId: number; day: string; group: string; requests: number; refused: number };

/** Counts requests in memory, and adds them to the table from time to time. */
export class Counter {
  #counts = new Map<string, Count>();
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly strapi: Core.Strapi) {}

  count(consumerId: number, group: string, isRefused: boolean, now: Date = new Date()): void {
    const day = todayInShanghai(now);
    this.#add({ consumerId, day, group, requests: 1, refused: isRefused ? 1 : 0 });
  }

  #add(more: Count): void {
    const key = `${more.consumerId} ${more.day} ${more.group}`;
    const count = this.#counts.get(key);
    if (!count) {
      this.#counts.set(key, { ...more });
      return;
    }
    count.requests += more.requests;
    count.refused += more.refused;
  }

  /** Writes what was counted; what could not be written is kept for the next time. One at a time. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const counts = [...this.#counts.values()];
    if (counts.length === 0) return;
    this.#counts = new Map();
    try {
      await writeCounts(this.strapi, counts);
    } catch (error) {
      this.strapi.log.error(error);
      for (const count of counts) this.#add(count);
    }
  }
}

async function writeCounts(strapi: Core.Strapi, counts: readonly Count[]): Promise<void> {
  const knex = strapi.db.connection;
  await knex('api_usage')
    // in one order on every instance, so that two of them never wait for each other
    .insert(
      [...counts]
        .sort((a, b) => a.consumerId - b.consumerId || a.group.localeCompare(b.group))
        .map(({ consumerId, day, group, requests, refused }) => ({
          consumer_id: consumerId,
          day,
          route_group: group,
          requests,
          refused,
        })),
    )
    .onConflict(['day', 'consumer_id', 'route_group'])
    .merge({
      requests: knex.raw('api_usage.requests + excluded.requests'),
      refused: knex.raw('api_usage.refused + excluded.refused'),
    });
}
