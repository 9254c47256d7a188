import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { MINUTE_MS, now } from '../clock';
import type { NextStep } from '../contract';
import { hasSecondFactor } from '../second-factor/factors';
import { needsSecondFactor } from '../second-factor/required';
import { accountSettings } from '../settings';
import { currentAdmission } from './admission';
import { deviceName } from './device-name';
import { judge } from './judge';
import {
  endSessions,
  findStanding,
  insertSession,
  type StandingRow,
  sweepSessions,
  touchSession,
} from './store';

type Options = { type?: 'refresh' | 'session'; metadata?: Record<string, unknown> };
type Rotation = { error: string } | { token: string; sessionId: string };

/** Strapi's session manager for one kind of users. */
type Origin = {
  generateRefreshToken(userId: string, deviceId: string | undefined, options?: Options): Promise<unknown>;
  rotateRefreshToken(token: string): Promise<Rotation>;
  validateRefreshToken(token: string): Promise<{ isValid: boolean; sessionId?: string }>;
  isSessionActive(sessionId: string): Promise<boolean>;
  revokeSessionById(userId: string, sessionId: string): Promise<boolean>;
  invalidateRefreshToken(userId: string, deviceId?: string): Promise<void>;
};
type Manager = (origin: string) => Origin;

/** What is answered before the password is changed or the second factor set up. */
const OPEN: Record<Exclude<NextStep, null>, RegExp> = {
  password: /^(GET \/accounts\/me|POST \/accounts\/me\/password|POST \/admin\/logout)$/,
  'second-factor':
    /^(GET \/accounts\/me|POST \/accounts\/me\/(password|second-factor(\/confirm)?)|POST \/admin\/logout)$/,
};
const REFUSALS = {
  password: 'PASSWORD_CHANGE_REQUIRED',
  'second-factor': 'SECOND_FACTOR_SETUP_REQUIRED',
} as const;

/** What is done within a minute counts as one use. */
const TOUCH_MS = MINUTE_MS;

/**
 * Stands where every session of the panel begins, is renewed and is used, whichever of Strapi's ways in is
 * taken: no session begins without the second factor, and one that has ended is refused at the next request.
 * Before Strapi serves requests.
 */
export function guardSessions(strapi: Core.Strapi): void {
  const manager = strapi.sessionManager as unknown as Manager;
  const guarded = new Proxy(manager, {
    apply: (target, _this, [origin]: [string]) =>
      origin === 'admin' ? guardOrigin(strapi, target(origin)) : target(origin),
  });
  Object.defineProperty(strapi, 'sessionManager', { get: () => guarded });
}

function guardOrigin(strapi: Core.Strapi, origin: Origin): Origin {
  const own: Partial<Origin> = {
    generateRefreshToken: (userId, deviceId, options) => begin(strapi, origin, userId, deviceId, options),
    async rotateRefreshToken(token) {
      const { isValid, sessionId } = await origin.validateRefreshToken(token);
      const session = isValid && sessionId ? await findStanding(strapi, sessionId) : null;
      if (!session || !(await stands(strapi, session))) return { error: 'invalid_refresh_token' };
      return origin.rotateRefreshToken(token);
    },
    async isSessionActive(sessionId) {
      return (await origin.isSessionActive(sessionId)) && isAnswered(strapi, sessionId);
    },
    async revokeSessionById(userId, sessionId) {
      const session = await findStanding(strapi, sessionId);
      if (!session || String(session.user_id) !== userId) return false;
      return (await endSessions(strapi, session.user_id, { only: session.id })) > 0;
    },
    async invalidateRefreshToken(userId, deviceId) {
      await origin.invalidateRefreshToken(userId, deviceId);
      await sweepSessions(strapi, Number(userId));
    },
  };
  return new Proxy(origin, {
    get(target, name) {
      const value = own[name as keyof Origin] ?? (target as Record<string | symbol, unknown>)[name];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function begin(
  strapi: Core.Strapi,
  origin: Origin,
  userId: string,
  deviceId: string | undefined,
  options: Options = {},
): Promise<unknown> {
  const id = Number(userId);
  const admission = currentAdmission();
  const secondFactor = admission?.user?.id === id && admission.secondFactor;
  if (!secondFactor && (await hasSecondFactor(strapi, id))) {
    const refusal = new DisclosureError('SECOND_FACTOR_REQUIRED', '请用密码和动态码登录');
    if (admission) admission.refusal = refusal;
    throw refusal;
  }
  await sweepSessions(strapi, id);
  const ctx = strapi.requestContext.get() as Context | undefined;
  const session = await insertSession(strapi, {
    user_id: id,
    address: ctx?.request.ip ?? null,
    device: deviceName(ctx?.request.headers['user-agent']),
    second_factor: secondFactor,
  });
  return origin.generateRefreshToken(userId, deviceId, {
    ...options,
    metadata: { ...options.metadata, session },
  });
}

const factsOf = async (strapi: Core.Strapi, session: StandingRow) => ({
  lastUsedAt: session.last_used_at,
  secondFactor: session.second_factor,
  hasSecondFactor: session.has_second_factor,
  mustChange: session.must_change,
  needsSecondFactor: !session.has_second_factor && (await needsSecondFactor(strapi, session.user_id)),
});

async function stands(strapi: Core.Strapi, session: StandingRow): Promise<boolean> {
  const { idleMinutes } = accountSettings(strapi);
  return judge(await factsOf(strapi, session), now(), idleMinutes).isAlive;
}

/** @throws DisclosureError where something else is to be done first */
async function isAnswered(strapi: Core.Strapi, sessionId: string): Promise<boolean> {
  const session = await findStanding(strapi, sessionId);
  if (!session) return false;
  const verdict = judge(await factsOf(strapi, session), now(), accountSettings(strapi).idleMinutes);
  if (!verdict.isAlive) {
    await endSessions(strapi, session.user_id, { only: session.id });
    return false;
  }
  const ctx = strapi.requestContext.get() as Context | undefined;
  const request = `${ctx?.method} ${ctx?.path.replace(/\/$/, '')}`;
  if (verdict.next && !OPEN[verdict.next].test(request)) throw toError(refuse(REFUSALS[verdict.next]));
  if (ctx) ctx.state.panelSession = session.id;
  await touch(strapi, session, ctx?.method);
  return true;
}

/** Reading is no use: a page that looks for news by itself would keep a session alive for ever. */
async function touch(strapi: Core.Strapi, session: StandingRow, method: string | undefined): Promise<void> {
  if (method === 'GET' || method === 'HEAD') return;
  if (now().getTime() - session.last_used_at.getTime() < TOUCH_MS) return;
  await touchSession(strapi, session.id);
}
