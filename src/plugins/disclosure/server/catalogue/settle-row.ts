import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import type { Issue } from '../gate/completeness';
import { type CatalogueItem, findCatalogueItem, listCatalogueItems } from '../reference-data/catalogue-items';
import type { Subject, Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import { isInForce, rowsInForce } from './row-status';
import { describeEnd } from './rows';

/** A row that is not in force any more, with the catalogue to which it belongs. */
type Ended = { row: CatalogueItem; rows: ReadonlyMap<string, CatalogueItem> };

async function findEnded(strapi: Core.Strapi, code: unknown): Promise<Ended | null> {
  const row = code ? await findCatalogueItem(strapi, String(code)) : null;
  if (!row || isInForce(row)) return null;
  const rows = await listCatalogueItems(strapi, { domain: row.domain });
  return { row, rows: new Map(rows.map((item) => [item.code, item])) };
}

/** Whether the domain decides the row, so that nobody could choose another. */
const isDerived = ({ fields }: RegisteredType): boolean => fields.catalogueItem?.managed === true;

/** The one row that took over; null where there is none, or several to choose from. */
function onlySuccessor({ row, rows }: Ended): string | null {
  const [first, ...others] = rowsInForce(row.code, rows);
  return first && others.length === 0 ? first.code : null;
}

/**
 * Sees that a document is entered under a row in force. Where the domain derives the row, its only
 * successor takes its place; a row that somebody chose is hers to choose anew.
 *
 * @returns the value to set, if any
 * @throws DisclosureError INVALID_INPUT naming the successors
 */
export async function settleRow(
  strapi: Core.Strapi,
  type: RegisteredType,
  { catalogueItem: code }: Values,
  { catalogueItem: kept }: Values,
): Promise<Values> {
  const derived = isDerived(type);
  if (code === kept && !derived) return {};
  const ended = await findEnded(strapi, code);
  if (!ended) return {};
  const successor = derived ? onlySuccessor(ended) : null;
  if (successor) return { catalogueItem: successor };
  if (code === kept) return {};
  throw new DisclosureError(
    'INVALID_INPUT',
    `${describeEnd(ended.row, ended.rows)};${adviceOf(type, ended)}`,
  );
}

/**
 * What is wrong with the row of a document that never was public. One that was may be corrected under
 * the row where it stands: it stays reachable there.
 */
export async function findRowIssues(
  strapi: Core.Strapi,
  type: RegisteredType,
  { everPublic }: Subject,
  draft: Values,
): Promise<Issue[]> {
  const ended = everPublic ? null : await findEnded(strapi, draft.catalogueItem);
  if (!ended || (isDerived(type) && onlySuccessor(ended))) return [];
  return [
    { field: 'catalogueItem', message: `${describeEnd(ended.row, ended.rows)};${adviceOf(type, ended)}` },
  ];
}

/** @throws DisclosureError INVALID_INPUT for a document under a row that took its end in the meantime */
export async function assertRowInForce({ strapi, type, subject, draft }: VerbContext): Promise<void> {
  const [issue] = await findRowIssues(strapi, type, subject, draft);
  if (issue) throw new DisclosureError('INVALID_INPUT', issue.message, { issues: [issue] });
}

const adviceOf = (type: RegisteredType, { row, rows }: Ended): string =>
  isDerived(type) || rowsInForce(row.code, rows).length === 0
    ? '请与区政务公开办联系'
    : '请改选承接的目录事项后再办理';
