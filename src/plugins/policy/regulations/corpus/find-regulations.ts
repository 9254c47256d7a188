import type { Knex } from 'knex';
import { z } from 'zod';
import { decodeCursor, encodeCursor, listKey } from '../../../disclosure/server/read-model/cursor';
import { fromJson } from '../../../disclosure/server/read-model/json';
import { page } from '../../../disclosure/server/read-model/query-schema';
import type { Article } from '../text/parse-regulation';

export const regulationQuerySchema = z.strictObject({
  q: z
    .string('检索词 q 须为文字')
    .trim()
    .max(100, '检索词 q 不能超过100个字')
    .refine((value) => !value.includes('\0'), '检索词 q 中有空字符')
    .optional(),
  ...page,
});
export type RegulationQuery = z.infer<typeof regulationQuerySchema>;

export type Regulation = {
  id: string;
  name: string;
  title: string;
  docNo: string | null;
  latestOn: string;
  inForceFrom: string;
  versions: number;
  url: string;
};
export type Version = {
  versionOn: string;
  title: string;
  docNo: string | null;
  history: string[];
  effectiveOn: string | null;
  inForceFrom: string;
  articleCount: number;
  sha256: string;
};

const REGULATION = `id, name, title, doc_no as "docNo", latest_on::text as "latestOn",
  in_force_from::text as "inForceFrom", versions`;
const VERSION = `version_on::text as "versionOn", title, doc_no as "docNo", history, effective_on::text as "effectiveOn",
  in_force_from::text as "inForceFrom", article_count as "articleCount", sha256`;
/** No regulation comes near it. */
const MOST_VERSIONS = 100;

const urlOf = (id: string): string => `/api/policy/regulations/${id}`;
const toRegulation = (row: Omit<Regulation, 'url'>): Regulation => ({ ...row, url: urlOf(row.id) });

/** A page of regulations, those with the newest version first. One statement. */
export async function listRegulations(knex: Knex, { q, limit, cursor }: RegulationQuery) {
  const key = listKey({ regulations: q ?? '' });
  const after = cursor ? decodeCursor(cursor, key) : null;
  const rows = knex('regulations')
    .select(knex.raw(REGULATION))
    .orderByRaw('latest_on desc, id desc')
    .limit(limit + 1);
  if (q) rows.whereRaw('title ilike ?', [`%${q.replace(/[\\%_]/g, '\\$&')}%`]);
  if (after) rows.whereRaw('(latest_on, id) < (?::text::date, ?)', [after.value, after.id]);
  const found = ((await rows) as Omit<Regulation, 'url'>[]).map(toRegulation);
  const data = found.slice(0, limit);
  const last = data.at(-1);
  const nextCursor =
    found.length > limit && last ? encodeCursor({ value: last.latestOn, id: last.id }, key) : null;
  return { data, meta: { nextCursor } };
}

/** Regulations by their ids. */
export async function findRegulations(knex: Knex, ids: readonly string[]): Promise<Map<string, Regulation>> {
  const rows = await knex('regulations')
    .whereIn('id', [...ids])
    .select(knex.raw(REGULATION));
  return new Map((rows as Omit<Regulation, 'url'>[]).map((row) => [row.id, toRegulation(row)]));
}

export async function findRegulation(knex: Knex, id: string): Promise<Regulation | null> {
  return (await findRegulations(knex, [id])).get(id) ?? null;
}

/** Every regulation by its title; those that a list offers. */
export async function allRegulations(knex: Knex, limit: number): Promise<Regulation[]> {
  const rows = await knex('regulations').orderBy('title').limit(limit).select(knex.raw(REGULATION));
  return (rows as Omit<Regulation, 'url'>[]).map(toRegulation);
}

/** The versions of a regulation, the newest first, without their articles. */
export async function findVersions(knex: Knex, id: string): Promise<Version[]> {
  const rows = await knex('regulation_versions')
    .where({ regulation_id: id })
    .orderBy('version_on', 'desc')
    .limit(MOST_VERSIONS)
    .select(knex.raw(VERSION));
  return (rows as Version[]).map((row) => ({ ...row, history: fromJson<string[]>(row.history) }));
}

/** The articles of versions, by their days. */
export async function findArticles(
  knex: Knex,
  id: string,
  days: readonly string[],
): Promise<Map<string, Article[]>> {
  const rows = await knex('regulation_versions')
    .where({ regulation_id: id })
    .whereRaw('version_on = any(?::text[]::date[])', [[...days]])
    .select(knex.raw('version_on::text as "versionOn", articles'));
  return new Map(
    (rows as { versionOn: string; articles: unknown }[]).map(({ versionOn, articles }) => [
      versionOn,
      fromJson<Article[]>(articles),
    ]),
  );
}
