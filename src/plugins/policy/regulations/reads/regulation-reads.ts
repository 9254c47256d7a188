import { z } from 'zod';
import type { DomainRead } from '../../../disclosure/server/domain/manifest';
import { DisclosureError } from '../../../disclosure/server/errors';
import { readConnection } from '../../../disclosure/server/replica/read-connection';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import {
  findArticles,
  findRegulation,
  findVersions,
  listRegulations,
  type RegulationQuery,
  regulationQuerySchema,
} from '../corpus/find-regulations';
import { versionOn } from '../corpus/in-force';
import { compareArticles } from '../text/compare-articles';
import { COMPARISON_TYPES, LIST_TYPES, REGULATION_TYPES } from './graphql-types';

const day = (name: string) => z.iso.date({ error: `${name} 须为日期，格式如 2026-11-02` }).optional();
const onSchema = z.strictObject({ on: day('on') });
const compareSchema = z.strictObject({ from: day('from'), to: day('to') });

const list: DomainRead = {
  path: '/regulations',
  summary: '行政法规、规章的官方文本',
  query: regulationQuerySchema,
  isPage: true,
  read: (strapi, _params, query) => listRegulations(readConnection(strapi), query as RegulationQuery),
  graphql: {
    field: 'regulations',
    type: 'PolicyRegulationPage',
    args: 'q: String, limit: Int, cursor: String',
    typeDefs: LIST_TYPES,
  },
};

const one: DomainRead = {
  path: '/regulations/:id',
  summary: '一部法规的各个版本和那一天施行的条文',
  query: onSchema,
  async read(strapi, { id = '' }, query) {
    const knex = readConnection(strapi);
    const { on = todayInShanghai() } = query as z.infer<typeof onSchema>;
    const regulation = await findRegulation(knex, id);
    if (!regulation) return null;
    const versions = await findVersions(knex, id);
    const inForce = versionOn(versions, on);
    const articles = inForce ? await findArticles(knex, id, [inForce.versionOn]) : new Map();
    return {
      ...regulation,
      on,
      inForce: inForce?.versionOn ?? null,
      versions: versions.map((version) => ({
        ...version,
        isInForce: version === inForce,
        // the head names no day of its own: to be confirmed
        inForceFromStated: version.effectiveOn === version.inForceFrom,
      })),
      articles: articles.get(inForce?.versionOn) ?? [],
    };
  },
  graphql: {
    field: 'regulation',
    type: 'PolicyRegulationDetail',
    args: 'on: Day',
    typeDefs: REGULATION_TYPES,
  },
};

const comparison: DomainRead = {
  path: '/regulations/:id/compare',
  summary: '一部法规两个版本的逐条对照',
  query: compareSchema,
  async read(strapi, { id = '' }, query) {
    const knex = readConnection(strapi);
    const asked = query as z.infer<typeof compareSchema>;
    const regulation = await findRegulation(knex, id);
    if (!regulation) return null;
    const versions = await findVersions(knex, id);
    const to = asked.to ?? versions[0]?.versionOn ?? '';
    const from = asked.from ?? versions.find((version) => version.versionOn < to)?.versionOn ?? '';
    const articles = await findArticles(knex, id, [from, to].filter(Boolean));
    const [before, after] = [articles.get(from), articles.get(to)];
    if (!before || !after) {
      const known = versions.map((version) => version.versionOn).join('、');
      throw new DisclosureError(
        'INVALID_QUERY',
        `from 和 to 须是两个已有的版本日期；这部法规的版本：${known}`,
      );
    }
    return {
      id,
      name: regulation.name,
      title: regulation.title,
      from,
      to,
      ...compareArticles(before, after),
    };
  },
  graphql: {
    field: 'regulationComparison',
    type: 'PolicyRegulationComparison',
    args: 'from: Day, to: Day',
    typeDefs: COMPARISON_TYPES,
  },
};

/** The public reads of the official texts. */
export const regulationReads: readonly DomainRead[] = [list, one, comparison];
