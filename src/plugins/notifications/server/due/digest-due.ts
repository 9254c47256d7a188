import type { Person } from '../recipients';
import { type Facts, recipientsOf } from '../recipients';
import type { DueDocument } from './load-due';

/** What the look at the due dates tells: single documents that come due, and to each person how many are late. */
export type DueNews = {
  due: { document: DueDocument; people: Person[] }[];
  overdue: { person: Person; documents: DueDocument[] }[];
};

/**
 * Sorts a day's documents: what comes due is told singly to those in whose hands it is, what is late is
 * told to each person in one line. Pure.
 *
 * @param today `YYYY-MM-DD`; what is due before it is late
 * @param reviewerOf the department that reviews what a department enters of a type
 */
export function digestDue(
  documents: readonly DueDocument[],
  people: readonly Person[],
  today: string,
  reviewerOf: (department: string, uid: string) => string,
): DueNews {
  const due: DueNews['due'] = [];
  const late = new Map<string, { person: Person; documents: DueDocument[] }>();
  for (const document of documents) {
    const { uid, owner, state, contributors } = document;
    const facts: Facts = { owner, reviewedBy: reviewerOf(owner, uid), state, contributors, by: null };
    if (document.dueOn >= today) {
      due.push({ document, people: recipientsOf('due', facts, people) });
      continue;
    }
    for (const person of recipientsOf('overdue', facts, people)) {
      const entry = late.get(person.personId) ?? { person, documents: [] };
      entry.documents.push(document);
      late.set(person.personId, entry);
    }
  }
  return { due, overdue: [...late.values()] };
}
