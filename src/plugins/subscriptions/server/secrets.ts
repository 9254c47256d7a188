import type { Core } from '@strapi/strapi';
import { encryptionKey } from '../../disclosure/server/privacy/derived-key';
import { keyedHash, keyedHashes } from '../../disclosure/server/privacy/keyed-hash';
import { open, seal } from '../../disclosure/server/privacy/secret-box';
import { makeToken, type Purpose, readToken } from './tokens';

/** What keeps addresses and links of one installation apart from everybody who has only its database. */
export const sealAddress = (strapi: Core.Strapi, id: string, address: string): string =>
  seal(encryptionKey(strapi, 'subscriptions: addresses'), id, address);

export const openAddress = (strapi: Core.Strapi, id: string, sealed: string): string =>
  open(encryptionKey(strapi, 'subscriptions: addresses'), id, sealed);

type Known = 'address' | 'client';

const fingerprintKey = (strapi: Core.Strapi) => encryptionKey(strapi, 'subscriptions: fingerprints');

/** A keyed fingerprint of an address, or of a client, as it is stored. */
export const fingerprint = (strapi: Core.Strapi, kind: Known, value: string): string =>
  keyedHash(fingerprintKey(strapi), `${kind}\0${value}`).digest('base64url');

/** All that it may stand under since a switch of the profile of encryption: to look up by, and to count. */
export const fingerprints = (strapi: Core.Strapi, kind: Known, value: string): string[] =>
  keyedHashes(fingerprintKey(strapi), `${kind}\0${value}`);

export const tokenFor = (strapi: Core.Strapi, purpose: Purpose, id: string, until?: Date): string =>
  makeToken(encryptionKey(strapi, 'subscriptions: links'), purpose, id, until);

export const idFrom = (strapi: Core.Strapi, purpose: Purpose, token: unknown): string | null =>
  readToken(encryptionKey(strapi, 'subscriptions: links'), purpose, token, new Date());
