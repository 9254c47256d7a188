import type { Core } from '@strapi/strapi';
import { sweepRosters } from '../rosters/sweep';
import { sweepUnsaved } from '../unsaved/sweep';
import { takeDownDue } from './take-down';

/** Milliseconds between two looks; a day that has ended is noticed within it. */
const EVERY_MS = 60_000;

/** What is done by the clock. Each job sees to it itself that only one instance does it. */
const JOBS: readonly ((strapi: Core.Strapi) => Promise<unknown>)[] = [
  takeDownDue,
  sweepRosters,
  sweepUnsaved,
];

/**
 * Starts the clock.
 *
 * @returns what stops it, when what runs has ended
 */
export function startJobs(strapi: Core.Strapi): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const run = async () => {
    for (const job of JOBS) await job(strapi).catch((error: unknown) => strapi.log.error(error));
  };
  const look = () => {
    running = running.then(run);
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
