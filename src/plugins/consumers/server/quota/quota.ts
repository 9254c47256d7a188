import type { Core } from '@strapi/strapi';
import { dayOf, handful, minuteOf, type Window } from './window';

/** How a consumer stands in a window, as far as this instance knows. */
export type Allowance = { limit: number; remaining: number; endsAt: Date };
export type Decision = {
  /** null: the request is let through */
  exceeded: 'minute' | 'day' | null;
  minute: Allowance;
  day: Allowance;
};

type Held = {
  window: Window;
  /** taken from the window and not given out yet */
  left: number;
  /** taken by all instances, when this one last looked */
  taken: number;
  taking: Promise<void> | null;
};

type Limits = { id: number; perMinute: number; perDay: number };

/** Gives out requests to consumers, never more than their limits over all instances. */
export class Quota {
  readonly #held = new Map<string, Held>();

  constructor(private readonly strapi: Core.Strapi) {}

  /** Takes one request, of the minute and of the day. */
  async take({ id, perMinute, perDay }: Limits, now: Date = new Date()): Promise<Decision> {
    const minute = this.#hold(`${id} minute`, minuteOf(now));
    const day = this.#hold(`${id} day`, dayOf(now));
    const ofMinute = await this.#takeOne(id, minute, perMinute);
    const ofDay = ofMinute && (await this.#takeOne(id, day, perDay));
    return {
      exceeded: ofMinute ? (ofDay ? null : 'day') : 'minute',
      minute: allowance(minute, perMinute),
      day: allowance(day, perDay),
    };
  }

  #hold(key: string, window: Window): Held {
    const held = this.#held.get(key);
    if (held?.window.name === window.name) return held;
    const fresh: Held = { window, left: 0, taken: 0, taking: null };
    this.#held.set(key, fresh);
    return fresh;
  }

  /** Whether there was one. */
  async #takeOne(id: number, held: Held, limit: number): Promise<boolean> {
    while (held.left === 0) {
      if (held.taken >= limit) return false;
      held.taking ??= this.#takeHandful(id, held, limit).finally(() => {
        held.taking = null;
      });
      await held.taking;
    }
    held.left -= 1;
    return true;
  }

  async #takeHandful(id: number, held: Held, limit: number): Promise<void> {
    const { name, endsAt } = held.window;
    const knex = this.strapi.db.connection;
    // what this instance has taken from before is there
    if (held.taken === 0) {
      await knex('api_quota_windows')
        .insert({ consumer_id: id, time_window: name, taken: 0, ends_at: endsAt })
        .onConflict()
        .ignore();
    }
    // the row lock of the inner select puts instances in order
    const { rows } = await knex.raw(
      `update api_quota_windows as w
          set taken = greatest(before.taken, least(?::int, before.taken + ?::int))
         from (select taken from api_quota_windows where consumer_id = ? and time_window = ? for update) as before
        where w.consumer_id = ? and w.time_window = ?
        returning w.taken, w.taken - before.taken as given`,
      [limit, handful(limit), id, name, id, name],
    );
    const [row] = rows as { taken: number; given: number }[];
    held.taken = row?.taken ?? limit;
    held.left += row?.given ?? 0;
  }
}

const allowance = ({ taken, left, window }: Held, limit: number): Allowance => ({
  limit,
  remaining: Math.max(0, limit - taken + left),
  endsAt: window.endsAt,
});

/** Removes windows that are over. */
export const sweepWindows = (strapi: Core.Strapi): Promise<unknown> =>
  strapi.db.connection('api_quota_windows').where('ends_at', '<', new Date()).delete();
