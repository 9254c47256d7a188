import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { page, parseQuery, wholeNumber } from '../../../disclosure/server/read-model/query-schema';
import { siteOf } from '../../../disclosure/server/site/addresses';
import { applyProfile } from '../format/profile';
import { DEFAULT, profilesOf } from '../format/profiles';
import { toXml } from '../format/to-xml';
import { type Change, readChanges } from '../log/changes';
import { digestFiles, unreadFiles } from '../log/digests';
import { assertWithinLog, cursorOf, placeOf } from '../log/place';
import { presentChange } from '../log/present-change';

export const changesQuerySchema = z.strictObject({
  cursor: page.cursor,
  limit: wholeNumber('limit', 200, 100),
  format: z.enum(['json', 'xml'], 'format 只能是 json 或 xml').default('json').describe('json 或 xml'),
  profile: z.string('profile 有误').default(DEFAULT).describe('字段方案的名称'),
});

/** The log of changes, for platforms that keep a copy. */
export const changesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async changes(ctx: Context) {
    const { cursor, limit, format, profile: name } = parseQuery(changesQuerySchema, ctx.query);
    const profile = profilesOf(strapi).get(name);
    if (!profile) {
      const known = [...profilesOf(strapi).keys()].join('、');
      throw new DisclosureError('INVALID_QUERY', `没有字段方案 ${name},可用的有:${known}`);
    }
    const place = placeOf(cursor);
    const { changes, more } = await readWhole(strapi, place, limit);
    if (changes.length === 0) await assertWithinLog(strapi.db.connection, place);
    const site = siteOf(strapi);
    const answer = {
      data: changes.map((change) => applyProfile(profile, presentChange(change, site))),
      meta: { nextCursor: cursorOf(changes.at(-1)?.seq ?? place), more },
    };
    // each caller is at a place of its own, and the next entry may be there any moment
    ctx.set('Cache-Control', 'no-store');
    if (format === 'json') {
      ctx.body = answer;
      return;
    }
    ctx.type = 'application/xml; charset=utf-8';
    ctx.body = toXml(profile, answer);
  },
});

/**
 * A page whose files are all known: it ends before the first entry with a file that the job has not read yet. Where
 * that is the first one, its files are read now: so there is always progress, and one caller never costs more.
 */
async function readWhole(
  strapi: Core.Strapi,
  place: number,
  limit: number,
): Promise<{ changes: Change[]; more: boolean }> {
  const knex = strapi.db.connection;
  const found = await readChanges(knex, place, limit);
  const end = found.changes.findIndex((change) => unreadFiles(change).length > 0);
  if (end < 0) return found;
  if (end > 0) return { changes: found.changes.slice(0, end), more: true };
  await digestFiles(strapi, unreadFiles(found.changes[0] as Change));
  return readChanges(knex, place, 1);
}
