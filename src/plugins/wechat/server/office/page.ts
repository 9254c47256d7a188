import type { Core } from '@strapi/strapi';
import { appendAuditEntry } from '../../../disclosure/server/audit/append';
import { KINDS } from '../../../disclosure/server/domain/base-fields';
import { refuse, toError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { allColumns } from '../../../disclosure/server/reference-data/columns';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import { hasDuty, isMember, mayKeepReferenceData, watches } from '../../../disclosure/server/rules/ownership';
import { publicAddress, siteOf } from '../../../disclosure/server/site/addresses';
import type { Administrator, Member } from '../../../disclosure/server/types';
import type { DraftState, OfficePage, OfficeSettings, QueueRow } from '../contract';
import { type Draft, statusOf } from '../push/drafts';
import { endStop, stopNow } from '../push/stop';
import { maySend, settingsOf } from '../settings';
import { loadOfficeSettings, saveOfficeSettings } from './store';

/** Rows of the page; what needs somebody comes first, then what waits to be published in the account. */
const SHOWN = 100;
const STATES: DraftState[] = [
  'attention',
  'failed',
  'waiting',
  'submitted',
  'drafted',
  'published',
  'removed',
];

/** The page 公众号: a department sees its own publications, those who watch the district see all. */
export async function viewPage(strapi: Core.Strapi): Promise<OfficePage> {
  const actor = await requireSomebody(strapi);
  const owner = isMember(actor) && !watches(actor) ? actor.department : null;
  const knex = strapi.db.connection;
  const settings = settingsOf(strapi);
  const [office, stop, counts, rows, columns] = await Promise.all([
    loadOfficeSettings(knex),
    stopNow(knex, settings),
    countByState(strapi, owner),
    listRows(strapi, owner),
    allColumns(strapi),
  ]);
  return {
    settings: office,
    mayChange: mayKeepReferenceData(actor),
    mayAttend: hasDuty(actor, 'supervisor') || hasDuty(actor, 'publisher'),
    account: {
      appId: settings.appId || null,
      callbackReady: Boolean(settings.token),
      safeMode: Boolean(settings.aesKey),
      pushReady: maySend(settings),
      callbackUrl: publicAddress(siteOf(strapi), '/api/wechat/callback'),
    },
    stop: stop
      ? {
          ...{ code: stop.code, advice: stop.advice, at: shanghaiInstant(stop.stopped_at) },
          until: stop.until ? shanghaiInstant(stop.until) : null,
        }
      : null,
    counts,
    rows,
    columns: columns.map(({ code, name }) => ({ code, name })),
    kinds: KINDS.map(({ value, label }) => ({ code: value, name: label })),
  };
}

/** @throws DisclosureError NOT_ALLOWED */
export async function saveSettings(strapi: Core.Strapi, settings: OfficeSettings): Promise<void> {
  const actor = await requireOffice(strapi);
  await inTransaction(strapi, async (trx) => {
    await saveOfficeSettings(trx, settings);
    await record(strapi, trx, 'wechat-settings', actor, { ...settings });
  });
}

/** Goes on after the account has been put in order. @throws DisclosureError NOT_ALLOWED */
export async function resume(strapi: Core.Strapi): Promise<void> {
  const actor = await requireOffice(strapi);
  await inTransaction(strapi, async (trx) => {
    await endStop(trx);
    await record(strapi, trx, 'wechat-resume', actor, {});
  });
}

async function requireSomebody(strapi: Core.Strapi): Promise<Member | Administrator> {
  const actor = await resolveActor(strapi);
  if (!isMember(actor) && actor?.kind !== 'administrator') throw toError(refuse('NO_ACTOR'));
  return actor;
}

async function requireOffice(strapi: Core.Strapi): Promise<Member | Administrator> {
  const actor = await requireSomebody(strapi);
  if (!mayKeepReferenceData(actor)) throw toError(refuse('NOT_ALLOWED', '公众号由公开办和系统管理员设置'));
  return actor;
}

const record = (
  strapi: Core.Strapi,
  trx: Parameters<typeof appendAuditEntry>[1],
  verb: string,
  actor: Member | Administrator,
  details: Record<string, unknown>,
) =>
  appendAuditEntry(strapi, trx, {
    ...{ verb, outcome: 'done', actor, type: null, documentId: null, owner: null },
    ...{ version: null, editionNo: null, reason: null, details },
  });

const drafts = (strapi: Core.Strapi, owner: string | null) => {
  const query = strapi.db
    .connection('wechat_drafts')
    .join('publications', 'publications.document_id', 'wechat_drafts.document_id');
  return owner ? query.where('publications.owner', owner) : query;
};

async function countByState(strapi: Core.Strapi, owner: string | null): Promise<Record<DraftState, number>> {
  const rows = (await drafts(strapi, owner)
    .groupBy('wechat_drafts.state')
    .select('wechat_drafts.state')
    .count('* as total')) as unknown as { state: DraftState; total: string }[];
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<DraftState, number>;
  for (const { state, total } of rows) counts[state] = Number(total);
  return counts;
}

type Row = Draft & { title: string; owner: string; owner_name: string };

async function listRows(strapi: Core.Strapi, owner: string | null): Promise<QueueRow[]> {
  const rows = (await drafts(strapi, owner)
    .select('wechat_drafts.*', 'publications.title', 'publications.owner', 'publications.owner_name')
    .orderByRaw(
      `case when wechat_drafts.state in ('attention', 'failed') then 0 when wechat_drafts.state = 'drafted' then 1
            else 2 end, wechat_drafts.updated_at desc`,
    )
    .limit(SHOWN)) as Row[];
  return rows.map((row) => ({
    ...statusOf(row),
    documentId: row.document_id,
    uid: row.type,
    title: row.title,
    owner: row.owner,
    ownerName: row.owner_name,
  }));
}
