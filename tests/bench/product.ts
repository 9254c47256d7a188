import type { Core } from '@strapi/strapi';
import { buildServer } from '../../src/cli/start/build-server';
import { createTestDatabase } from '../support';
import { startTestCluster } from '../support/cluster';
import { bootStrapi } from '../support/strapi';

/**
 * Gives a bench the product with its demo inside this process, on a PostgreSQL of its own that commits as
 * safely as a real one, with the share of this machine's memory that one would give it.
 */
export async function withProduct<T>(
  work: (strapi: Core.Strapi, databaseUrl: string) => Promise<T>,
): Promise<T> {
  globalThis.nativeRequire = require;
  buildServer();
  const stopCluster = await startTestCluster({ max_connections: '100', shared_buffers: '4GB' });
  try {
    const databaseUrl = await createTestDatabase('demo');
    const booted = await bootStrapi(databaseUrl);
    try {
      return await work(booted.strapi, databaseUrl);
    } finally {
      await booted.destroy();
    }
  } finally {
    await stopCluster();
  }
}
