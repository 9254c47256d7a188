import type { Core } from '@strapi/strapi';
import { Directory } from './keys/directory';
import { Quota, sweepWindows } from './quota/quota';
import { Counter } from './usage/counter';

const FLUSH_MS = 10_000;
const SWEEP_EVERY = 60;

/** What an instance keeps in memory of its consumers. */
export type Running = { directory: Directory; quota: Quota; counter: Counter; stop: () => Promise<void> };

const running = new WeakMap<object, Running>();

/** Begins to count; ends with `stop`, which writes what was counted. */
export function startRunning(strapi: Core.Strapi): Running {
  const counter = new Counter(strapi);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
    void counter.flush();
    if (turns % SWEEP_EVERY === 0) sweepWindows(strapi).catch((error) => strapi.log.error(error));
  }, FLUSH_MS);
  timer.unref();
  const started: Running = {
    directory: new Directory(strapi),
    quota: new Quota(strapi),
    counter,
    stop: async () => {
      clearInterval(timer);
      await counter.flush();
    },
  };
  running.set(strapi, started);
  return started;
}

export function runningOf(strapi: Core.Strapi): Running {
  const found = running.get(strapi);
  if (!found) throw new Error('the plugin consumers has not started');
  return found;
}
