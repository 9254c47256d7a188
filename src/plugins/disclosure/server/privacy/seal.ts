import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { derivedKey } from './derived-key';
import type { Seal } from './scan/scan-text';

/** Half of SHA-256: enough to tell values apart, short enough to keep hundreds of them. */
const SEAL_BYTES = 16;

/** The key of the fingerprints: follows from the installation's secret, kept in no database. */
export const sealKey = (strapi: Core.Strapi): Buffer =>
  derivedKey(strapi, 'disclosure: fingerprints of personal data');

/**
 * The fingerprints of values in one field. Without the key, trying all identity numbers against one of
 * them tells nothing.
 */
export const sealOf =
  (key: Buffer, field: string): Seal =>
  (kind, value) =>
    createHmac('sha256', key)
      .update(`${field}\0${kind}\0${value}`)
      .digest()
      .subarray(0, SEAL_BYTES)
      .toString('base64url');
