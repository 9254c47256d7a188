import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { encryptionKey } from '../../disclosure/server/privacy/derived-key';
import { open, seal } from '../../disclosure/server/privacy/secret-box';
import { makeToken, type Purpose, readToken } from './tokens';

/** What keeps addresses and links of one installation apart from everybody who has only its database. */
export const sealAddress = (strapi: Core.Strapi, id: string, address: string): string =>
  seal(encryptionKey(strapi, 'subscriptions: addresses'), id, address);

export const openAddress = (strapi: Core.Strapi, id: string, sealed: string): string =>
  open(encryptionKey(strapi, 'subscriptions: addresses'), id, sealed);

/** A keyed fingerprint, to look up by and to count: of an address, or of a client. */
export const fingerprint = (strapi: Core.Strapi, kind: 'address' | 'client', value: string): string =>
  createHmac('sha256', encryptionKey(strapi, 'subscriptions: fingerprints'))
    .update(`${kind}\0${value}`)
    .digest('base64url');

export const tokenFor = (strapi: Core.Strapi, purpose: Purpose, id: string, until?: Date): string =>
  makeToken(encryptionKey(strapi, 'subscriptions: links'), purpose, id, until);

export const idFrom = (strapi: Core.Strapi, purpose: Purpose, token: unknown): string | null =>
  readToken(encryptionKey(strapi, 'subscriptions: links'), purpose, token, new Date());
