import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { derivedKey } from '../../privacy/derived-key';

/**
 * Who looks at files from the panel. Pictures and links carry no Authorization header, so the panel's first
 * request of each page load leaves a cookie that is sent with uploads alone. It is as good as the session that it
 * names, and ends with it.
 */
const COOKIE = 'disclosure_files';
const ASKED_FIRST = '/admin/users/me';

type Manager = {
  validateAccessToken(
    token: string,
  ): { isValid: true; payload: { userId: string; sessionId: string } } | { isValid: false };
  isSessionActive(sessionId: string): Promise<boolean>;
};

const managerOf = (strapi: Core.Strapi): Manager => {
  const manager = strapi.sessionManager as unknown as (origin: string) => Manager;
  return manager('admin');
};

const signatureOf = (strapi: Core.Strapi, payload: string): string =>
  createHmac('sha256', derivedKey(strapi, 'disclosure: files in the panel'))
    .update(payload)
    .digest('base64url');

/** Leaves the cookie with the answer to a request by which the panel asks who is signed in. */
export function leaveViewerCookie(strapi: Core.Strapi, ctx: Context): void {
  if (ctx.path !== ASKED_FIRST || ctx.method !== 'GET' || ctx.status !== 200) return;
  const [scheme, token] = ctx.get('authorization').split(/\s+/);
  if (scheme?.toLowerCase() !== 'bearer' || !token) return;
  const result = managerOf(strapi).validateAccessToken(token);
  if (!result.isValid) return;
  const payload = `${result.payload.userId}.${result.payload.sessionId}`;
  ctx.cookies.set(COOKIE, `${payload}.${signatureOf(strapi, payload)}`, {
    path: '/uploads',
    httpOnly: true,
    sameSite: 'strict',
    secure: ctx.secure,
    signed: false,
  });
}

/** The administrator account that looks at a file, while her session lasts. */
export async function findViewer(strapi: Core.Strapi, ctx: Context): Promise<number | null> {
  const [userId, sessionId, signature] = (ctx.cookies.get(COOKIE, { signed: false }) ?? '').split('.');
  if (!userId || !sessionId || !signature) return null;
  const expected = Buffer.from(signatureOf(strapi, `${userId}.${sessionId}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return (await managerOf(strapi).isSessionActive(sessionId)) ? Number(userId) : null;
}
