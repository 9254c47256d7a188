import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { appendAuditEntry } from '../../../disclosure/server/audit/append';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { IncomingFile } from '../../../disclosure/server/http/incoming-files';
import { findDepartment } from '../../../disclosure/server/reference-data/departments';
import type { Actor, Transaction } from '../../../disclosure/server/types';
import type { Channel } from '../../shared/choices';
import { newQueryCode } from '../application/query-code';
import type { Application, Wanted } from '../application/schema';
import { insertFile } from '../files/store';
import { takeFiles } from '../files/take-files';
import { tellOfAct } from '../notices/tell-of-act';
import { settingsOf } from '../settings';
import { applicantKey, clientKey, codeKey, sealFor, tracesOf } from '../store/keys';
import type { Content } from '../store/rows';
import { assertNotTooOften, assertWithin, countAttempts } from './attempts';

export type Submitted = { id: string; queryCode: string };

export const textOf = ({ name, docNo, description }: Wanted): string =>
  [name, docNo, description].filter(Boolean).join('\n');

/**
 * Takes an application over the network. The code is told once; here remains a keyed hash of it.
 *
 * @param once names the page that was filled in: sent again, it makes no second application
 * @param incoming files that came with it: with one that is refused, all is
 * @throws DisclosureError INVALID_INPUT (no such organ), TOO_MANY_REQUESTS, and what `takeFiles` refuses
 */
export async function submitOnline(
  strapi: Core.Strapi,
  application: Application,
  client: string,
  once?: string,
  incoming: readonly IncomingFile[] = [],
): Promise<Submitted> {
  const { applicationsPerHour } = settingsOf(strapi);
  const limit = { key: `apply:${clientKey(strapi, client)}`, most: applicationsPerHour, minutes: 60 };
  // before files are looked at, which costs something
  if (incoming.length > 0) await inTransaction(strapi, (trx) => assertWithin(trx, limit));
  const files = await takeFiles(strapi, incoming);
  return inTransaction(strapi, async (trx) => {
    await assertNotTooOften(trx, limit);
    if (once) await assertFirst(trx, once);
    const submitted = await insertRequest(strapi, trx, application, 'online', null);
    const by = { name: '申请人', department: null };
    for (const file of files) {
      await insertFile(strapi, trx, { requestId: submitted.id, role: 'application', by, file });
    }
    await tellOfAct(strapi, trx, 'submit', submitted.id, null);
    return submitted;
  });
}

async function assertFirst(trx: Transaction, once: string): Promise<void> {
  const key = `once:${once}`;
  if ((await countAttempts(trx, key, 24 * 60)) > 0) {
    throw new DisclosureError(
      'INVALID_INPUT',
      '这份申请已经提交过，请勿重复提交；没有记下查询码的，请联系受理机关',
    );
  }
  await trx('information_request_attempts').insert({ key });
}

/** Writes an application down as it came in. */
export async function insertRequest(
  strapi: Core.Strapi,
  trx: Transaction,
  { kind, department, applicant, wanted, form }: Application,
  channel: Channel,
  actor: Actor | null,
  splitFrom: string | null = null,
): Promise<Submitted> {
  if (!(await findDepartment(strapi, department, new Date()))) {
    throw new DisclosureError('INVALID_INPUT', '没有这个机关，请从列表中选择');
  }
  const id = randomUUID();
  const queryCode = newQueryCode();
  const content: Content = { applicant, wanted };
  await trx('information_requests').insert({
    id,
    code_key: codeKey(strapi, queryCode),
    state: 'submitted',
    kind,
    owner: department,
    channel,
    applicant_kind: applicant.kind,
    sealed: sealFor(strapi, id, content),
    applicant_key: applicantKey(strapi, applicant),
    traces: tracesOf(strapi, textOf(wanted)),
    medium: form.medium,
    delivery: form.delivery,
    split_from: splitFrom,
  });
  await audit(strapi, trx, {
    verb: 'request-submit',
    actor,
    id,
    owner: department,
    version: 1,
    details: { channel },
  });
  return { id, queryCode };
}

type Entry = {
  verb: string;
  actor: Actor | null;
  id: string;
  owner: string;
  version: number;
  reason?: string | null;
  details?: Record<string, unknown>;
};

/** Notes what was done with a request; never what stands in it. */
export const audit = (
  strapi: Core.Strapi,
  trx: Transaction,
  { verb, actor, id, owner, version, reason, details }: Entry,
): Promise<void> =>
  appendAuditEntry(strapi, trx, {
    ...{ verb, outcome: 'done', actor, type: 'requests.request', documentId: id, owner, version },
    ...{ editionNo: null, reason: reason ?? null, details: details ?? null },
  });
