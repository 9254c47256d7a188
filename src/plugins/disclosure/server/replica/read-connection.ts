import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** The replica that reads of the current request go to. */
export type ReadSource = { knex: Knex; url: string };

const current = new AsyncLocalStorage<ReadSource>();

/** Runs work whose public reads go to a replica. Without it, everything reads the primary: the gate, the panel, jobs. */
export const readingFrom = <T>(source: ReadSource, work: () => Promise<T>): Promise<T> =>
  current.run(source, work);

/** Where public reads go. For reads alone, and outside of transactions. */
export const readConnection = (strapi: Core.Strapi): Knex =>
  current.getStore()?.knex ?? (strapi.db.connection as unknown as Knex);

/** The address of the same, for readers with connections of their own. */
export const readUrl = (strapi: Core.Strapi): string =>
  current.getStore()?.url ?? String(strapi.config.get('database.connection.connection.connectionString'));
