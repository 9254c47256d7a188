import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { allTypes, findDomain } from '../domain/registry';
import { DisclosureError } from '../errors';
import { describeIssues } from '../read-model/query-schema';
import { CATALOGUE_ITEM, type CatalogueItem, listCatalogueItems } from '../reference-data/catalogue-items';
import { setResponsible } from '../reference-data/responsibilities';
import type { Actor, Transaction, Values } from '../types';
import type { RowChange } from './acts/act';
import { knownCodes, type Recorded, recordChanges } from './changes';
import { rowTexts } from './input';
import { lockCatalogue } from './perform-act';
import { requireInForce } from './rows';
import { textChanges } from './text-changes';

type Writing = { strapi: Core.Strapi; trx: Transaction; actor: Actor };
type Change = { action: string; params: { documentId?: string; data?: Values } };

/** What only an act of the page 标准目录 sets, with what to do instead. */
const KEPT = [
  ...['code', 'domain', 'seq'],
  ...['rowStatus', 'predecessors', 'successors', 'since', 'until', 'provenance'],
] as const;

const refuse = (message: string): never => {
  throw new DisclosureError('INVALID_INPUT', message);
};

/**
 * Sees that a change of a row outside the page 标准目录 (content manager, code) leaves history, as an act
 * does: texts may be corrected and rows added; a row's standing is changed by an act, and one that is in
 * use is retired, not deleted.
 *
 * @returns records the change, to be called after the write
 * @throws DisclosureError INVALID_INPUT
 */
export async function checkDirectChange(
  writing: Writing,
  { action, params }: Change,
): Promise<() => Promise<void>> {
  const data = params.data ?? {};
  if (action === 'create') return checkAddition(writing, data);
  const row = (await writing.strapi.db
    .query(CATALOGUE_ITEM)
    .findOne({ where: { documentId: params.documentId } })) as CatalogueItem | null;
  if (!row) return refuse('没有这个目录事项');
  if (action === 'update') return checkCorrection(writing, row, data);
  if (action === 'delete') return checkRemoval(writing, row);
  return refuse('目录事项不能复制：代码不能重复。请新建，或在“标准目录”页面办理拆分');
}

async function checkAddition(writing: Writing, data: Values): Promise<() => Promise<void>> {
  const { strapi, trx } = writing;
  const code = String(data.code ?? '');
  const domain = findDomain(strapi, String(data.domain ?? ''));
  if (!domain) return refuse('没有这个公开领域');
  if (!/^[A-Z]\d{2}-\d{2,3}$/.test(code) || !code.startsWith(`${domain.code}-`)) {
    return refuse(`代码格式如 ${domain.code}-03`);
  }
  await lockCatalogue(trx, domain.slug);
  const rows = await loadRows(strapi, domain.slug);
  const known = await knownCodes({ trx, row: { domain: domain.slug }, rows });
  if (known.has(code)) return refuse(`代码 ${code} 已经用过，代码不能重复使用`);
  checkTexts(data);
  if (data.provenance === 'published') return refuse(CONFIRM);
  if (data.rowStatus && data.rowStatus !== 'in-force') return refuse(KEPT_ADVICE);
  return record(writing, 'add', domain.slug, { code, changes: textChanges({}, data) });
}

async function checkCorrection(
  writing: Writing,
  row: CatalogueItem,
  data: Values,
): Promise<() => Promise<void>> {
  const { strapi, trx } = writing;
  await lockCatalogue(trx, row.domain);
  const now = requireInForce({ rows: await loadRows(strapi, row.domain) }, row.code) as CatalogueItem &
    Values;
  for (const name of KEPT) {
    if (data[name] === undefined || same(now[name], data[name])) continue;
    refuse(name === 'provenance' && data[name] === 'published' ? CONFIRM : KEPT_ADVICE);
  }
  const changes = textChanges(now, data);
  checkTexts(Object.fromEntries(changes.map(({ field }) => [field, data[field]])));
  if (changes.length === 0) return async () => undefined;
  return record(writing, 'correct', row.domain, { code: row.code, changes });
}

async function checkRemoval(writing: Writing, row: CatalogueItem): Promise<() => Promise<void>> {
  const { strapi, trx } = writing;
  await lockCatalogue(trx, row.domain);
  const { code } = requireInForce({ rows: await loadRows(strapi, row.domain) }, row.code);
  if (row.predecessors?.length) refuse(`${code} 承接了其他事项，不能删除；不再使用时请办理“停用”`);
  const published = await trx('publications').where({ catalogue_item: code }).first('document_id');
  if (published) refuse(`${code} 下有公开过的信息，不能删除；不再使用时请办理“停用”`);
  const types = allTypes(strapi).filter(({ fields }) => 'catalogueItem' in fields);
  for (const { uid } of types) {
    const used = await strapi.db.query(uid).findOne({ select: ['id'], where: { catalogueItem: code } });
    if (used) refuse(`${code} 下有正在办理的信息，不能删除；不再使用时请办理“停用”`);
  }
  await setResponsible(strapi, code, []);
  return record(writing, 'remove', row.domain, { code });
}

const CONFIRM = '改为“已核实”须写明依据的公开文本：请在“标准目录”页面办理“核实”';
const KEPT_ADVICE = '代码、领域、序号和目录状态不能直接修改：请在“标准目录”页面办理核实、拆分、合并或停用';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

async function loadRows(strapi: Core.Strapi, domain: string): Promise<Map<string, CatalogueItem>> {
  return new Map((await listCatalogueItems(strapi, { domain })).map((row) => [row.code, row]));
}

const texts = z.object(rowTexts).partial();

function checkTexts(data: Values): void {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
  const result = texts.safeParse(given);
  if (!result.success) refuse(describeIssues(result.error, '不认识的内容'));
}

const record =
  ({ trx, actor }: Writing, act: Recorded['act'], domain: string, change: RowChange) =>
  (): Promise<void> =>
    recordChanges(trx, { act, domain, reason: '在内容管理中直接办理', actor }, [change]);
