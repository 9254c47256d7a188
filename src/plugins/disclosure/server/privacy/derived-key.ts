import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';

const keyFor = (secret: unknown, purpose: string): Buffer =>
  createHmac('sha256', String(secret)).update(purpose).digest();

/** A key of 32 bytes for one purpose: follows from the installation's secret, kept in no database. */
export function derivedKey(strapi: Core.Strapi, purpose: string): Buffer {
  const [secret] = strapi.config.get('server.app.keys') as string[];
  return keyFor(secret, purpose);
}

/** The same for what is kept encrypted (`ENCRYPTION_KEY`): it outlives new keys of cookies. */
export const encryptionKey = (strapi: Core.Strapi, purpose: string): Buffer =>
  keyFor(strapi.config.get('admin.secrets.encryptionKey'), purpose);
