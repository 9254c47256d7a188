import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { refuse, toError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import { isMember, watches } from '../../../disclosure/server/rules/ownership';
import { beginCorrection } from './begin-correction';
import type { RegulationWatch } from './contract';
import { loadOutdated } from './load-outdated';

const desk = panelRoutesOf('regulations');

/** The panel's page 法规监测. */
export const watchRoutes = {
  type: 'admin',
  routes: [
    desk('GET', '/regulations/outdated', 'outdated'),
    desk('POST', '/regulations/outdated/:documentId/correct', 'correct'),
  ],
};

/** A department sees its own texts; those who watch the district see all. */
export const watchController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async outdated(ctx: Context) {
    parseQuery(emptyQuerySchema, ctx.query);
    const actor = await resolveActor(strapi);
    if (!isMember(actor) && actor?.kind !== 'administrator') throw toError(refuse('NO_ACTOR'));
    const owner = isMember(actor) && !watches(actor) ? actor.department : null;
    const found = await loadOutdated(strapi, todayInShanghai(), owner);
    const counted = await strapi.db.connection('regulations').count('* as total').first();
    const data: RegulationWatch = { ...found, regulations: Number(counted?.total ?? 0) };
    ctx.body = { data };
  },
  async correct(ctx: Context) {
    const { documentId } = ctx.params as { documentId: string };
    ctx.body = { data: await beginCorrection(strapi, documentId) };
  },
});
