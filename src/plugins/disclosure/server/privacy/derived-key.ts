import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** A key of 32 bytes for one purpose: follows from the installation's secret, kept in no database. */
export function derivedKey(strapi: Core.Strapi, purpose: string): Buffer {
  const [secret] = strapi.config.get('server.app.keys') as string[];
  return createHmac('sha256', String(secret)).update(purpose).digest();
}
