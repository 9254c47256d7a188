import type { Core } from '@strapi/strapi';
import { DisclosureError, refuse, toError } from '../errors';
import { DEPARTMENT, type Department } from '../reference-data/departments';
import type { Transaction } from '../types';
import { findCircle } from './find-circle';
import { mayDecideOn } from './may-decide';
import { type DocumentLink, isDecision, RELATIONS } from './relations';

/** Links of one document, at most: a clean-up of a district names a few hundred. */
export const MAX_LINKS = 1000;

type Target = { document_id: string; title: string; owner: string; effective_on: string | null };
type Source = { documentId: string | null; owner: string };

/**
 * Sees that a document may name those that it names: they are or were public, none is itself, none leads back
 * to it, and what is decided about them is this department's to decide. Asked when it is saved, and again when
 * it is published.
 *
 * @throws DisclosureError INVALID_INPUT, NOT_OWNER
 */
export async function assertLinks(
  { strapi, trx }: { strapi: Core.Strapi; trx: Transaction },
  source: Source,
  links: readonly DocumentLink[],
): Promise<void> {
  if (links.length === 0) return;
  if (links.length > MAX_LINKS) throw new DisclosureError('INVALID_INPUT', `一次最多关联${MAX_LINKS}件文件`);
  assertEachOnce(links);
  if (links.some(({ target }) => target === source.documentId)) {
    throw new DisclosureError('INVALID_INPUT', '文件不能修改、废止、解读或刊登它自己，请改选其他文件');
  }
  const targets = await findTargets(trx, links);
  for (const { relation, target } of links) {
    const found = targets.get(target);
    if (!found) {
      throw new DisclosureError(
        'INVALID_INPUT',
        `要${RELATIONS[relation].label}的文件不存在或从未公开：请先发布该文件，再在这里选择`,
      );
    }
    if (isDecision(relation) && !found.effective_on) {
      throw new DisclosureError(
        'INVALID_INPUT',
        `《${found.title}》没有效力状态，不能${RELATIONS[relation].label}`,
      );
    }
  }
  await assertMayDecide(strapi, source, links, targets);
  await assertNoCircle(trx, source, links, targets);
}

/** Two decisions about one document in one paper contradict each other. */
function assertEachOnce(links: readonly DocumentLink[]): void {
  const decided = links.filter(({ relation }) => isDecision(relation)).map(({ target }) => target);
  const named = links.map(({ relation, target }) => `${relation} ${target}`);
  if (new Set(decided).size === decided.length && new Set(named).size === named.length) return;
  throw new DisclosureError('INVALID_INPUT', '同一件文件只能选一次，不能既修改又废止，请删去重复的一项');
}

async function findTargets(trx: Transaction, links: readonly DocumentLink[]): Promise<Map<string, Target>> {
  const ids = [...new Set(links.map(({ target }) => target))];
  const rows: Target[] = await trx('publications')
    .whereIn('document_id', ids)
    .select('document_id', 'title', 'owner', 'effective_on');
  return new Map(rows.map((row) => [row.document_id, row]));
}

async function assertMayDecide(
  strapi: Core.Strapi,
  { owner }: Source,
  links: readonly DocumentLink[],
  targets: ReadonlyMap<string, Target>,
): Promise<void> {
  const others = links
    .filter(({ relation }) => isDecision(relation))
    .map(({ target }) => targets.get(target) as Target)
    .filter((target) => target.owner !== owner);
  if (others.length === 0) return;
  const codes = [...new Set([owner, ...others.map((target) => target.owner)])];
  const rows = (await strapi.db
    .query(DEPARTMENT)
    .findMany({ where: { code: { $in: codes } } })) as Department[];
  const departments = new Map(rows.map((row) => [row.code, row]));
  const actor = departments.get(owner);
  for (const target of others) {
    const issuer = departments.get(target.owner);
    if (actor && issuer && mayDecideOn(actor, issuer)) continue;
    throw toError(
      refuse(
        'NOT_OWNER',
        `《${target.title}》由${issuer?.name ?? target.owner}制定，只能由该部门（或区政府办公室）修改、废止或清理`,
      ),
    );
  }
}

async function assertNoCircle(
  trx: Transaction,
  { documentId }: Source,
  links: readonly DocumentLink[],
  targets: ReadonlyMap<string, Target>,
): Promise<void> {
  if (!documentId) return;
  const decided = links.filter(({ relation }) => isDecision(relation)).map(({ target }) => target);
  const closing = await findCircle(trx, documentId, decided);
  if (!closing) return;
  throw new DisclosureError(
    'INVALID_INPUT',
    `《${targets.get(closing)?.title ?? closing}》已直接或间接修改、废止了本文件，互相修改、废止会成循环，请核对`,
  );
}
