import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { outcomeOf } from '../../shared/outcomes';
import { answerOf } from '../acts/handlers';
import { textOf } from '../acts/submit';
import { correctionAnswerLetter } from '../documents/correction-answer';
import { answerLetter, correctionLetter, extensionLetter, type LetterHead } from '../documents/letters';
import { makeLetter } from '../documents/make-letter';
import type { LetterFormat } from '../documents/worker';
import { settingsOf } from '../settings';
import { openFor } from '../store/keys';
import { contentOf, eventsOf, type RequestRow } from '../store/rows';
import { lookAt } from './item';

async function headOf(strapi: Core.Strapi, row: RequestRow): Promise<LetterHead | null> {
  const content = contentOf(strapi, row);
  if (!content || !row.number || !row.receivedOn) return null;
  return {
    departmentName: await nameOfDepartment(strapi, row.owner),
    number: row.number,
    applicantName: content.applicant.name,
    receivedOn: row.receivedOn,
    wanted: textOf(content.wanted).replace(/\s+/g, ' '),
  };
}

/** 答复书 as a file; null before it has been sent. */
export async function answerFile(
  strapi: Core.Strapi,
  row: RequestRow,
  format: LetterFormat,
): Promise<Buffer | null> {
  const isOut = row.state === 'sent' || row.state === 'served' || row.state === 'archived';
  const answer = isOut ? answerOf(strapi, row) : null;
  const outcome = row.outcome ? outcomeOf(row.outcome) : undefined;
  const head = await headOf(strapi, row);
  if (!answer || !outcome || !head || !row.answeredOn) return null;
  const write = row.kind === 'correction' ? correctionAnswerLetter : answerLetter;
  const letter = write(head, outcome, { ...answer, answeredOn: row.answeredOn }, settingsOf(strapi));
  return makeLetter(letter, format);
}

export const LETTERS = ['answer', 'correction', 'extension'] as const;
export type LetterName = (typeof LETTERS)[number];

/** A letter of a request for the desk; null where nothing of the kind has happened. */
export async function letterFile(
  strapi: Core.Strapi,
  row: RequestRow,
  name: LetterName,
  format: LetterFormat,
): Promise<Buffer | null> {
  if (name === 'answer') return answerFile(strapi, row, format);
  const head = await headOf(strapi, row);
  if (!head) return null;
  const recorded = (await eventsOf(strapi.db.connection, row.id)).findLast(
    ({ event }) => event.type === (name === 'correction' ? 'correctionAsked' : 'extended'),
  );
  if (!recorded) return null;
  const { event, note } = recorded;
  const words = note ? openFor<string>(strapi, row.id, note) : '';
  if (event.type === 'correctionAsked') {
    return makeLetter(correctionLetter(head, { on: event.on, until: event.until, items: words }), format);
  }
  const { clock } = await lookAt(strapi, row);
  if (event.type !== 'extended' || !clock?.dueOn) return null;
  return makeLetter(extensionLetter(head, { on: event.on, dueOn: clock.dueOn, reason: words }), format);
}
