import type { Core } from '@strapi/strapi';
import { allDomains } from '../../../disclosure/server/domain/registry';
import { allDepartments } from '../../../disclosure/server/reference-data/departments';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import type { DeliveryPage, ExchangeView, TargetView } from '../contract';
import { profilesOf } from '../format/profiles';
import type { Filters } from '../interest';
import type { ChangeKind } from '../log/changes';
import { listTargets, type Target } from './targets';

const CHANGE_NAMES: Record<ChangeKind, string> = {
  published: '发布',
  corrected: '更正',
  transferred: '移交',
  standing: '效力变化',
  withdrawn: '撤回',
};
/** Deliveries of a page. */
const PAGE = 50;

type Labels = { domains: ExchangeView['domains']; departments: ExchangeView['departments'] };

/** What can be chosen among, with its names. */
export async function labelsOf(strapi: Core.Strapi): Promise<Labels> {
  return {
    domains: allDomains(strapi).map(({ slug, name }) => ({ value: slug, label: name })),
    departments: (await allDepartments(strapi)).map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** 数据交换 as the office sees it. */
export async function viewExchange(strapi: Core.Strapi): Promise<ExchangeView> {
  const knex = strapi.db.connection;
  const labels = await labelsOf(strapi);
  const { rows } = await knex.raw(
    `select (select count(*) from exchange_changes) as entries, (select at from exchange_changes order by seq desc nulls last limit 1) as last`,
  );
  return {
    targets: await viewTargets(strapi, await listTargets(knex), labels),
    profiles: [...profilesOf(strapi)].map(([name, { title }]) => ({ name, title })),
    ...labels,
    lastChangeAt: rows[0].last ? shanghaiInstant(rows[0].last) : null,
    entries: Number(rows[0].entries),
  };
}

export async function viewTargets(
  strapi: Core.Strapi,
  targets: readonly Target[],
  labels: Labels,
): Promise<TargetView[]> {
  const { rows } = await strapi.db.connection.raw(
    `select t.id, (select count(*)::int from exchange_changes where seq > t.position) as behind,
            (select count(*)::int from webhook_waiting w where w.target_id = t.id) as waiting
       from webhook_targets t where t.id = any(?)`,
    [targets.map(({ id }) => id)],
  );
  const counts = new Map<string, { behind: number; waiting: number }>(
    rows.map((row: { id: string; behind: number; waiting: number }) => [row.id, row]),
  );
  const instant = (at: Date | null) => (at ? shanghaiInstant(at) : null);
  return targets.map(({ id, name, url, filters, profile, state, pauseReason, ...dates }) => ({
    id,
    name,
    url,
    filters,
    filterText: describe(filters, labels),
    profile,
    state,
    pauseReason,
    behind: counts.get(id)?.behind ?? 0,
    waiting: counts.get(id)?.waiting ?? 0,
    failingSince: instant(dates.failingSince),
    lastSuccessAt: instant(dates.lastSuccessAt),
    createdAt: shanghaiInstant(dates.createdAt),
  }));
}

/** Filters in words; a saved search is told where its own person reads it. */
export function describe(filters: Filters, { domains, departments }: Labels, tellSearch = true): string {
  const named = (values: readonly string[], labels: Labels['domains']) =>
    values.map((value) => labels.find((one) => one.value === value)?.label ?? value).join('、');
  const parts = [
    filters.domain.length > 0 && `领域:${named(filters.domain, domains)}`,
    filters.department.length > 0 && `部门:${named(filters.department, departments)}`,
    filters.theme.length > 0 && (tellSearch ? `主题:${filters.theme.join('、')}` : '指定的主题'),
    filters.audience.length > 0 && (tellSearch ? `对象:${filters.audience.join('、')}` : '指定的对象'),
    filters.q !== '' && (tellSearch ? `检索:${filters.q}` : '保存的检索'),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(';') : '全部公开信息';
}

type Row = Record<'id' | 'document_id' | 'title' | 'error', string | null> & {
  seq: string;
  change: ChangeKind;
  attempt: number;
  at: Date;
  outcome: DeliveryPage['deliveries'][number]['outcome'];
  status: number | null;
};

/** What was sent to a target, newest first. */
export async function viewDeliveries(
  strapi: Core.Strapi,
  targetId: string,
  before: string | undefined,
): Promise<DeliveryPage> {
  const rows = (await strapi.db
    .connection('webhook_deliveries as d')
    .leftJoin('publications as p', 'p.document_id', 'd.document_id')
    .where('d.target_id', targetId)
    .modify((query) => {
      if (before) query.where('d.id', '<', before);
    })
    .orderBy('d.id', 'desc')
    .limit(PAGE + 1)
    .select('d.*', 'p.title')) as Row[];
  const page = rows.slice(0, PAGE);
  return {
    deliveries: page.map((row) => ({
      id: String(row.id),
      seq: Number(row.seq),
      documentId: String(row.document_id),
      title: row.title,
      changeName: CHANGE_NAMES[row.change],
      attempt: row.attempt,
      at: shanghaiInstant(row.at),
      outcome: row.outcome,
      status: row.status,
      error: row.error,
    })),
    nextCursor: rows.length > PAGE ? String(page.at(-1)?.id) : null,
  };
}
