import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../../disclosure/server/jobs/clock';
import { deliverOne } from './deliver';

/** Targets of one instance at a time: each holds a connection of the database while it waits for an answer. */
const AT_ONCE = 4;

/** Delivers to every target, each by a run of its own: one that answers slowly holds up no other. */
export function startWorker(strapi: Core.Strapi): Clock {
  const queue = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const timers = new Map<string, NodeJS.Timeout>();
  let stopped = false;

  const run = async (id: string) => {
    while (!stopped) {
      const step = await deliverOne(strapi, id);
      if (step.more) continue;
      if (step.next) later(id, step.next);
      return;
    }
  };
  const later = (id: string, at: Date) => {
    clearTimeout(timers.get(id));
    const timer = setTimeout(() => enqueue([id]), Math.max(0, at.getTime() - Date.now()));
    timer.unref();
    timers.set(id, timer);
  };
  const enqueue = (ids: readonly string[]) => {
    for (const id of ids) queue.add(id);
    for (const id of [...queue]) {
      if (stopped || running.size >= AT_ONCE) return;
      if (running.has(id)) continue;
      queue.delete(id);
      const own = run(id)
        .catch((error: unknown) => void strapi.log.error(error))
        .finally(() => {
          running.delete(id);
          enqueue([]);
        });
      running.set(id, own);
    }
  };
  const clock = startClock(strapi, async () => {
    const rows = await strapi.db.connection('webhook_targets').where({ state: 'active' }).select('id');
    enqueue(rows.map(({ id }) => String(id)));
    return null;
  });
  return {
    wake: clock.wake,
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await clock.stop();
      await Promise.all(running.values());
    },
  };
}
