import type { Core } from '@strapi/strapi';
import { findType } from '../../../disclosure/server/domain/registry';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { redact } from '../../../disclosure/server/privacy/redact';
import { allDepartments } from '../../../disclosure/server/reference-data/departments';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { shanghaiInstant, todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Transaction } from '../../../disclosure/server/types';
import { loadPeople } from '../people';
import { settingsOf } from '../settings';
import { type Told, tell } from '../store/write';
import { digestDue } from './digest-due';
import { type DueDocument, loadDue } from './load-due';
import { findNews, tellNews } from './news';

/** From this time of a working day on (Shanghai): before the digest is sent, after the day has begun for people. */
const FROM = '06:00';

/**
 * Looks at the due dates, once a working day, whichever instance comes first; after a downtime as soon as
 * one runs again.
 *
 * @returns whether this look was the one of its day
 */
export async function lookAtDueDates(strapi: Core.Strapi, now: Date): Promise<boolean> {
  const today = todayInShanghai(now);
  const calendar = await loadCalendar(strapi);
  if (!calendar.isWorkingDay(today) || shanghaiInstant(now).slice(11, 16) < FROM) return false;
  return inTransaction(strapi, async (trx) => {
    if (!(await isFirst(trx, today))) return false;
    const through = calendar.addWorkingDays(today, settingsOf(strapi).dueInWorkingDays);
    const documents = await loadDue(strapi, through);
    const found = await findNews(strapi, trx, today);
    if (documents.length === 0 && found.length === 0) return true;
    const regulators = new Map(
      (await allDepartments(strapi)).map(({ code, regulator }) => [code, regulator]),
    );
    const people = await loadPeople(strapi);
    const news = digestDue(
      documents,
      people,
      today,
      (code, uid) => findType(strapi, uid)?.manifest.reviewedBy ?? (regulators.get(code) || code),
    );
    for (const { document, people: told } of news.due) await tell(strapi, trx, told, dueText(document), now);
    for (const { person, documents: late } of news.overdue)
      await tell(strapi, trx, [person], overdueText(late, today), now);
    await tellNews(strapi, trx, people, found, now);
    return true;
  });
}

/** The row of the day: a second instance waits for the first, and finds it there. */
async function isFirst(trx: Transaction, today: string): Promise<boolean> {
  const seen = await trx('notification_scans').where({ day: today }).first('day');
  if (seen) return false;
  const inserted = await trx('notification_scans')
    .insert({ day: today })
    .onConflict('day')
    .ignore()
    .returning('day');
  return inserted.length > 0;
}

const titleOf = ({ title }: DueDocument): string => redact(title ?? '（无标题）');

const dueText = (document: DueDocument): Told => ({
  kind: 'due',
  key: `due:${document.documentId}:${document.dueOn}`,
  documentId: document.documentId,
  type: document.uid,
  title: titleOf(document),
  detail: `公开期限是${document.dueOn}`,
});

/** Titles that one line names; the home page lists the rest. */
const NAMED = 3;

function overdueText(documents: readonly DueDocument[], today: string): Told {
  const [only] = documents;
  const one = documents.length === 1 && only ? only : null;
  const named = documents.slice(0, NAMED).map((document) => `《${titleOf(document)}》`);
  return {
    kind: 'overdue',
    key: `overdue:${today}`,
    documentId: one?.documentId ?? null,
    type: one?.uid ?? null,
    title: one ? titleOf(one) : null,
    detail: one ? `公开期限是${one.dueOn}` : named.join('、') + (documents.length > NAMED ? '等' : ''),
    count: documents.length,
  };
}
