import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '../types';

const actorStorage = new AsyncLocalStorage<Actor>();
const insideStorage = new AsyncLocalStorage<true>();

/** Runs work in the name of an actor that no request carries: a job, an import, the demo. */
export const runAs = <T>(actor: Actor, work: () => Promise<T>): Promise<T> => actorStorage.run(actor, work);

export const explicitActor = (): Actor | undefined => actorStorage.getStore();

/** Marks Strapi's own write as already guarded, so that the middleware lets it through. */
export const runInsideGate = <T>(work: () => Promise<T>): Promise<T> => insideStorage.run(true, work);

export const isInsideGate = (): boolean => insideStorage.getStore() === true;
