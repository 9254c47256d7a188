import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { findDomain } from '../../disclosure/server/domain/registry';
import { DisclosureError } from '../../disclosure/server/errors';
import { allDepartments } from '../../disclosure/server/reference-data/departments';
import { searchOf } from '../../disclosure/server/search/port';
import type { Transaction } from '../../disclosure/server/types';
import type { ChangeKind } from './log/changes';

const words = (label: string) =>
  z
    .array(z.string().trim().min(1, `${label}不能为空`).max(60, `${label}过长`), `${label}须为列表`)
    .max(20, `${label}最多20个`)
    .transform((values) => [...new Set(values)].sort())
    .default([]);

/** What somebody wants to be told of: within one criterion any of its values, and all criteria that are given. */
export const filtersSchema = z.strictObject({
  domain: words('domain'),
  department: words('department'),
  theme: words('theme'),
  audience: words('audience'),
  /** a saved search, as typed */
  q: z
    .string('q 须为文字')
    .trim()
    .max(100, '检索词 q 不能超过100个字')
    .refine((value) => !value.includes('\0'), '检索词 q 中有空字符')
    .default(''),
});
export type Filters = z.infer<typeof filtersSchema>;

/** A change, as far as filters ask. */
export type Facts = {
  seq: number;
  documentId: string;
  domain: string;
  owner: string;
  previousOwner: string | null;
  theme: string | null;
  audience: string | null;
  state: 'live' | 'withdrawn';
  /** what the log says that happened */
  change: ChangeKind;
};

export const asksForNothing = ({ domain, department, theme, audience, q }: Filters): boolean =>
  domain.length + department.length + theme.length + audience.length === 0 && q === '';

/** All criteria but the search. A department also hears of what it has handed over. Pure. */
export function fits(filters: Filters, facts: Facts): boolean {
  const { domain, department, theme, audience } = filters;
  const isOne = (values: readonly string[], ...found: (string | null)[]) =>
    values.length === 0 || found.some((value) => value !== null && values.includes(value));
  return (
    isOne(domain, facts.domain) &&
    isOne(department, facts.owner, facts.previousOwner) &&
    isOne(theme, facts.theme) &&
    (audience.length === 0 || audience.some((word) => facts.audience?.includes(word)))
  );
}

/**
 * Which of some changes fit. For a saved search only the changed documents are looked at. What is withdrawn is in
 * no index: whoever may hold it (`keepWithdrawn`) is told of it by the other criteria alone.
 *
 * @returns null while the search has not read one of them yet
 */
export async function fitting(
  strapi: Core.Strapi,
  filters: Filters,
  changes: readonly Facts[],
  keepWithdrawn: boolean,
): Promise<Facts[] | null> {
  const candidates = changes.filter((facts) => fits(filters, facts));
  if (!filters.q) return candidates;
  const live = [
    ...new Set(candidates.filter(({ state }) => state === 'live').map(({ documentId }) => documentId)),
  ];
  const answer =
    live.length > 0 ? await searchOf(strapi).matches(filters.q, live) : { found: [], unread: [] };
  if (answer.unread.length > 0) return null;
  const found = new Set(answer.found);
  return candidates.filter(({ documentId, state }) =>
    state === 'withdrawn' ? keepWithdrawn : found.has(documentId),
  );
}

/** The facts of entries behind a place of the log, in its order. */
export async function readFacts(trx: Transaction, after: number, limit: number): Promise<Facts[]> {
  const { rows } = (await trx.raw(
    `select c.seq::float8 as seq, c.document_id as "documentId", c.domain, c.owner,
            c.previous_owner as "previousOwner", p.theme, p.detail->>'audience' as audience, p.state, c.change
       from (select * from exchange_changes where seq > ? order by seq limit ?) as c
       join publications p on p.document_id = c.document_id
      order by c.seq`,
    [after, limit],
  )) as { rows: Facts[] };
  return rows;
}

/** @throws DisclosureError INVALID_INPUT for a domain or a department that does not exist */
export async function assertKnown(strapi: Core.Strapi, { domain, department }: Filters): Promise<void> {
  const codes = new Set((await allDepartments(strapi)).map(({ code }) => code));
  const unknown = [
    ...domain.filter((slug) => !findDomain(strapi, slug)).map((slug) => `没有公开领域 ${slug}`),
    ...department.filter((code) => !codes.has(code)).map((code) => `没有部门 ${code}`),
  ];
  if (unknown.length > 0) throw new DisclosureError('INVALID_INPUT', unknown.join(';'));
}
