import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { recordEvent } from '../audit';
import { changeOwnPassword } from '../me/change-password';
import { type Me, requireMe } from '../me/me';
import {
  beginOwnFactor,
  confirmOwnFactor,
  removeOwnFactor,
  renewOwnRecoveryCodes,
} from '../me/second-factor';
import { viewMe, viewSessions } from '../me/view';
import { endSessions } from '../sessions/store';
import { accountSettings } from '../settings';
import { parseInput } from './input';

const password = z.string('请填写密码').min(1, '请填写密码').max(1000);
const code = z.string('请填写动态码').min(1, '请填写动态码').max(40);
const passwordSchema = z.strictObject({ currentPassword: password, password });
const beginSchema = z.strictObject({ password });
const confirmSchema = z.strictObject({ code });
const proofSchema = z.strictObject({ password, code });

/** 我的账号: what everybody keeps of her own account. */
export const meController = ({ strapi }: { strapi: Core.Strapi }) => {
  const recordEnd = async ({ user }: Me, ended: number) => {
    const actor = await resolveActor(strapi);
    const personId = actor && 'personId' in actor ? actor.personId : null;
    await recordEvent(strapi, {
      verb: 'account-end-sessions',
      actor,
      personId,
      details: { email: user.email, ended },
    });
  };
  return {
    async view(ctx: Context) {
      ctx.body = { data: await viewMe(strapi, await requireMe(strapi, ctx)) };
    },
    /** Says that somebody is at work; the session counts it as every request that is no reading. */
    async activity(ctx: Context) {
      await requireMe(strapi, ctx);
      ctx.body = { data: { idleMinutes: accountSettings(strapi).idleMinutes } };
    },
    async password(ctx: Context) {
      const me = await requireMe(strapi, ctx);
      await changeOwnPassword(strapi, me, parseInput(passwordSchema, ctx.request.body));
      ctx.body = { data: await viewMe(strapi, me) };
    },
    async beginFactor(ctx: Context) {
      const me = await requireMe(strapi, ctx);
      ctx.body = { data: await beginOwnFactor(strapi, me, parseInput(beginSchema, ctx.request.body)) };
    },
    async confirmFactor(ctx: Context) {
      const me = await requireMe(strapi, ctx);
      const input = parseInput(confirmSchema, ctx.request.body);
      ctx.body = { data: { recoveryCodes: await confirmOwnFactor(strapi, me, input.code) } };
    },
    async removeFactor(ctx: Context) {
      const me = await requireMe(strapi, ctx);
      await removeOwnFactor(strapi, me, parseInput(proofSchema, ctx.request.body));
      ctx.body = { data: await viewMe(strapi, me) };
    },
    async recoveryCodes(ctx: Context) {
      const me = await requireMe(strapi, ctx);
      const proof = parseInput(proofSchema, ctx.request.body);
      ctx.body = { data: { recoveryCodes: await renewOwnRecoveryCodes(strapi, me, proof) } };
    },
    async sessions(ctx: Context) {
      const { user, session } = await requireMe(strapi, ctx);
      ctx.body = { data: await viewSessions(strapi, user.id, session) };
    },
    async endOthers(ctx: Context) {
      const me = await requireMe(strapi, ctx);
      await recordEnd(me, await endSessions(strapi, me.user.id, { except: me.session }));
      ctx.body = { data: await viewSessions(strapi, me.user.id, me.session) };
    },
    async endSession(ctx: Context) {
      const me = await requireMe(strapi, ctx);
      const { session } = ctx.params as { session: string };
      const ended = await endSessions(strapi, me.user.id, { only: session });
      if (ended === 0) throw new DisclosureError('NOT_FOUND', '这个登录已经结束');
      await recordEnd(me, ended);
      ctx.body = { data: await viewSessions(strapi, me.user.id, me.session) };
    },
  };
};
