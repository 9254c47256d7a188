import { storeToken } from '@strapi/strapi/admin';
import type { SignInAnswer } from '../../../server/contract';
import { type Asked, ask } from '../api/ask';

export type Credentials = { email: string; password: string; code?: string };

/** Strapi's key for the number of this browser. */
const DEVICE = 'strapi.admin.deviceId';
/** Strapi's mark, by which its tabs learn that somebody has signed in. */
const STATUS = 'isLoggedIn';

function deviceId(): string {
  const known = localStorage.getItem(DEVICE);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const made = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );
  localStorage.setItem(DEVICE, made);
  return made;
}

/** Asks the server to sign in. What is needed first (a code, a new password) is told by its answer. */
export const signIn = (credentials: Credentials): Promise<Asked<SignInAnswer>> =>
  ask<SignInAnswer>('/admin/login', null, { ...credentials, deviceId: deviceId() });

/** Hands the finished sign-in to the panel. */
export function enter(token: string): void {
  localStorage.setItem(STATUS, 'true');
  storeToken(token);
}

/**
 * Where to go after the sign-in: where she was sent here from, within the panel (an address elsewhere in
 * `redirectTo` would lead a person away after she has typed her password).
 */
export function destination(search: string): string {
  const target = new URLSearchParams(search).get('redirectTo') ?? '';
  return /^\/(?![/\\])/.test(target) ? target : '/';
}
