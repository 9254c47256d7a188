import type { Core } from '@strapi/strapi';
import type { DeskPrefill } from '../desk/contract';
import { DisclosureError, refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { type CatalogueItem, findCatalogueItem } from '../reference-data/catalogue-items';
import { todayInShanghai } from '../rules/dates';
import { isMember } from '../rules/ownership';

/**
 * What the desk proposes for a new entry under a row.
 *
 * @throws DisclosureError NO_ACTOR, NOT_FOUND for an unknown row
 */
export async function viewPrefill(
  strapi: Core.Strapi,
  code: string,
  period: string | null,
): Promise<DeskPrefill> {
  if (!isMember(await resolveActor(strapi))) throw toError(refuse('NO_ACTOR'));
  const item = await findCatalogueItem(strapi, code);
  if (!item) throw new DisclosureError('NOT_FOUND', '没有这个目录事项');
  return proposeEntry(item, { period, today: todayInShanghai() });
}

/** Words of a row that tell the kind of its entries; the first that occurs decides. */
const KIND_WORDS: readonly [RegExp, string][] = [
  [/办事指南|服务指南|办理流程|申请指南|指南/, 'guide'],
  [/名单|台账|花名册|一览表/, 'roster'],
  [/处罚决定|许可决定|审批结果|决定书/, 'decision'],
  [/公告|公示|通告|通知公告/, 'notice'],
];

type RowText = Pick<CatalogueItem, 'level1' | 'level2' | 'contentElements'>;

const nameOf = ({ level1, level2 }: RowText): string => level2 ?? level1 ?? '';
const wordsOf = (item: RowText): string => [nameOf(item), ...item.contentElements].join(' ');

/** The kind of entries under a row, where its text speaks of one only. Pure. */
export function evidentKind(item: RowText): string | null {
  const kinds = KIND_WORDS.filter(([pattern]) => pattern.test(wordsOf(item)));
  return kinds.length === 1 ? (kinds[0]?.[1] ?? null) : null;
}

/**
 * What the desk proposes for a new entry under a row: everything that the row says already. A proposal
 * is no more than that; the person looks at it before she saves. Pure.
 *
 * @param period the sub-period that is missing, e.g. “2026年第3季度”
 * @param today `YYYY-MM-DD`
 */
export function proposeEntry(
  item: Pick<
    CatalogueItem,
    'code' | 'level1' | 'level2' | 'contentElements' | 'audience' | 'method' | 'level'
  >,
  { period, today }: { period: string | null; today: string },
): DeskPrefill {
  const name = nameOf(item);
  const kind = KIND_WORDS.find(([pattern]) => pattern.test(wordsOf(item)))?.[1] ?? 'document';
  const { public: all, specific } = item.audience ?? { public: true, specific: null };
  return {
    catalogueItem: item.code,
    title: `${period ?? ''}${name}`,
    kind,
    formedOn: today,
    ...(all ? { audience: '全社会' } : specific ? { audience: specific } : {}),
    ...((item.level as { county?: boolean } | null)?.county ? { level: 'county' } : {}),
    disclosureMode:
      item.method.includes('proactive') || item.method.length === 0 ? 'proactive' : 'on-request',
  };
}
