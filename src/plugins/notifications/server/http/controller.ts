import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { requireMember } from '../../../disclosure/server/http/require-member';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { isMember, mayKeepReferenceData } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import type { NoticeKind, Preferences } from '../contract';
import { channelOf, KIND_NAMES, KINDS } from '../kinds';
import { isMailReady } from '../mail/ready';
import { mailStatus } from '../mail/status';
import { findPerson } from '../people';
import { countUnread, markRead, readInbox } from '../store/inbox';
import { choicesSchema, loadChoices, saveChoices } from '../store/preferences';

/** PostgreSQL's bigint has up to 19 digits. */
const id = z.string('编号须为数字').regex(/^[1-9]\d{0,17}$/, '编号须为数字');
const kinds = KIND_NAMES as [NoticeKind, ...NoticeKind[]];

const inboxSchema = z.strictObject({
  unread: z.enum(['true', 'false'], 'unread 须为 true 或 false').optional(),
  kind: z.enum(kinds, 'kind 有误').optional(),
  cursor: id.optional(),
});
const readSchema = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(200) }),
  z.strictObject({ all: z.literal(true) }),
]);
const preferencesSchema = z.strictObject({ channels: choicesSchema });

/** What the panel asks for: each person sees and changes what is her own, and nothing else. */
export const controller = ({ strapi }: { strapi: Core.Strapi }) => {
  const knex = strapi.db.connection;
  return {
    async inbox(ctx: Context) {
      const { unread, kind, cursor } = parseQuery(inboxSchema, ctx.query);
      const actor = await resolveActor(strapi);
      // the administrator has no department: nothing waits for her, but she looks after the mail
      if (!isMember(actor) && actor?.kind !== 'administrator') throw toError(refuse('NO_ACTOR'));
      const inbox = await readInbox(knex, actor.personId, { unread: unread === 'true', kind, cursor });
      ctx.body = { data: { ...inbox, seesMail: mayKeepReferenceData(actor) } };
    },
    async unread(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      const actor = await resolveActor(strapi);
      // the administrator has no department, and nothing waits for her
      ctx.body = { data: { unread: isMember(actor) ? await countUnread(knex, actor.personId) : 0 } };
    },
    async read(ctx: Context) {
      const { personId } = await requireMember(strapi);
      const body = parse(readSchema, ctx.request.body, '请列出要标为已读的通知');
      await markRead(knex, personId, 'all' in body ? 'all' : body.ids);
      ctx.body = { data: { unread: await countUnread(knex, personId) } };
    },
    async preferences(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      ctx.body = { data: await viewPreferences(strapi, await requireMember(strapi)) };
    },
    async savePreferences(ctx: Context) {
      const member = await requireMember(strapi);
      const { channels } = parse(preferencesSchema, ctx.request.body, '通知方式有误,请重新选择');
      await saveChoices(knex, member.personId, channels);
      ctx.body = { data: await viewPreferences(strapi, member) };
    },
    async mail(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      if (!mayKeepReferenceData(await resolveActor(strapi))) {
        throw toError(refuse('NOT_ALLOWED', '邮件发送情况由公开办和系统管理员查看'));
      }
      ctx.body = { data: await mailStatus(strapi) };
    },
  };
};

async function viewPreferences(strapi: Core.Strapi, { personId }: Member): Promise<Preferences> {
  const choices = (await loadChoices(strapi.db.connection, [personId])).get(personId) ?? {};
  const person = await findPerson(strapi, personId);
  return {
    items: KIND_NAMES.map((kind) => ({
      kind,
      name: KINDS[kind].name,
      hint: KINDS[kind].hint,
      channel: channelOf(kind, choices),
    })),
    mail: { ready: isMailReady(strapi), address: person?.email ?? null },
  };
}

function parse<T>(schema: z.ZodType<T>, body: unknown, message: string): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new DisclosureError('INVALID_INPUT', message);
}
