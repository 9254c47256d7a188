import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { rolesSettled } from '../../../disclosure/server/access/follow';
import { DisclosureError, toError } from '../../../disclosure/server/errors';
import { parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { recordEvent, recordingRefusals } from '../audit';
import { importPeople } from '../import/import-people';
import { parseImportRequest } from '../import/request';
import { viewSessions } from '../me/view';
import { isAct } from '../people/acts';
import { accountOf } from '../people/acts/act';
import { createPerson } from '../people/create-person';
import { newPersonSchema, peopleQuerySchema } from '../people/input';
import { performAct } from '../people/perform-act';
import { mayChange } from '../people/rules';
import { requireKeeper, requirePerson, toPerson, viewPeople } from '../people/view';
import { endSessions } from '../sessions/store';
import { parseInput } from './input';

type Params = { id: string; act: string; session: string };

/** 人员管理: what the office and the administrator keep. */
export const peopleController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context) {
    await requireKeeper(strapi);
    ctx.body = await viewPeople(strapi, parseQuery(peopleQuerySchema, ctx.query));
  },
  async view(ctx: Context) {
    const actor = await requireKeeper(strapi);
    const { id } = ctx.params as Params;
    ctx.body = { data: toPerson(strapi, actor, await requirePerson(strapi, id)) };
  },
  async create(ctx: Context) {
    ctx.body = await recordingRefusals(strapi, { verb: 'account-create' }, async () => {
      const actor = await requireKeeper(strapi);
      const made = await createPerson(strapi, actor, parseInput(newPersonSchema, ctx.request.body));
      await rolesSettled(strapi);
      const person = toPerson(strapi, actor, await requirePerson(strapi, made.id));
      return { data: { person, initialPassword: made.initialPassword } };
    });
    ctx.status = 201;
  },
  async import(ctx: Context) {
    ctx.body = await recordingRefusals(strapi, { verb: 'account-create' }, async () => {
      const actor = await requireKeeper(strapi);
      const data = await importPeople(strapi, actor, parseImportRequest(ctx));
      await rolesSettled(strapi);
      return { data };
    });
  },
  async act(ctx: Context) {
    const { id, act } = ctx.params as Params;
    if (!isAct(act)) throw new DisclosureError('NOT_FOUND', `没有“${act}”这个操作`);
    const data = await performAct(strapi, act, id, ctx.request.body);
    await rolesSettled(strapi);
    ctx.body = { data };
  },
  async sessions(ctx: Context) {
    await requireKeeper(strapi);
    const person = await requirePerson(strapi, (ctx.params as Params).id);
    ctx.body = { data: await viewSessions(strapi, accountOf(person), ownSession(ctx)) };
  },
  async endSession(ctx: Context) {
    const actor = await requireKeeper(strapi);
    const { id, session } = ctx.params as Params;
    const person = await requirePerson(strapi, id);
    const refusal = mayChange(actor, { id, isAdministrator: person.is_administrator });
    if (refusal) throw toError(refusal);
    const ended = await endSessions(strapi, accountOf(person), { only: session });
    if (ended === 0) throw new DisclosureError('NOT_FOUND', '这个登录已经结束');
    await recordEvent(strapi, {
      verb: 'account-end-sessions',
      actor,
      personId: id,
      details: { email: person.email, ended },
    });
    ctx.body = { data: await viewSessions(strapi, accountOf(person), ownSession(ctx)) };
  },
});

const ownSession = (ctx: Context): string | null => (ctx.state.panelSession as string | undefined) ?? null;
