import type { Core } from '@strapi/strapi';
import { requireType } from '../../../disclosure/server/domain/registry';
import { loadSubject, loadWorkingCopy } from '../../../disclosure/server/gate/working-copy';
import type { OutboxEvent, Subscription } from '../../../disclosure/server/outbox/subscriptions';
import { redact } from '../../../disclosure/server/privacy/redact';
import type { State, Subject, Transaction } from '../../../disclosure/server/types';
import type { NoticeKind } from '../contract';
import { loadPeople } from '../people';
import { type Facts, recipientsOf } from '../recipients';
import { settleNotices } from '../store/inbox';
import { tell } from '../store/write';
import { settledIn } from './settled-in';

type Rule = {
  kind: NoticeKind;
  /** told only while the document still waits like this: when it has gone on, nobody need do anything */
  whileIn?: State;
  /** only where the payload says so */
  only?: (payload: OutboxEvent['payload']) => boolean;
};

/** A person is told of an event once: of several rules that name her, the first counts. */
const RULES: Record<string, readonly Rule[]> = {
  'document.submitted': [{ kind: 'submitted', whileIn: 'submitted' }],
  'document.returned': [{ kind: 'returned', whileIn: 'returned' }],
  'document.approved': [
    { kind: 'approved', whileIn: 'approved' },
    { kind: 'passed', whileIn: 'approved' },
  ],
  'document.published': [{ kind: 'published', whileIn: 'published' }],
  'document.schedule-failed': [{ kind: 'schedule-failed', whileIn: 'approved' }],
  'document.expedited': [{ kind: 'ratify', whileIn: 'published' }],
  'document.withdrawn': [{ kind: 'withdrawn', only: ({ ordered }) => ordered === true }],
  'document.transferred': [{ kind: 'transferred' }],
};

/** Listens to what happens to documents, and tells those who have to know. */
export const subscription = (strapi: Core.Strapi): Subscription => ({
  name: 'notifications',
  topics: Object.keys(RULES),
  handle: (event, trx) => handleEvent(strapi, event, trx),
});

async function handleEvent(strapi: Core.Strapi, event: OutboxEvent, trx: Transaction): Promise<void> {
  const { topic, documentId, payload } = event;
  const type = requireType(strapi, payload.type);
  const draft = await loadWorkingCopy(strapi, type.uid, documentId);
  if (!draft) return;
  const { subject } = await loadSubject(strapi, type, draft, trx);
  const { owner, state } = subject;
  if (!owner || !state) return;
  await settleNotices(trx, documentId, settledIn(state));
  const rules = (RULES[topic] ?? []).filter(
    ({ whileIn, only }) => (!whileIn || state === whileIn) && only?.(payload) !== false,
  );
  if (rules.length === 0) return;
  const facts: Facts = {
    owner,
    reviewedBy: subject.reviewedBy ?? owner,
    state,
    contributors: payload.contributors ?? subject.contributors,
    by: payload.by.personId,
  };
  const people = await loadPeople(strapi, { department: { $in: departmentsOf(subject) } });
  for (const { kind } of rules) {
    await tell(
      strapi,
      trx,
      recipientsOf(kind, facts, people),
      {
        kind,
        key: `event:${event.id}`,
        documentId,
        type: payload.type,
        title: draft.title ? redact(String(draft.title)) : null,
        detail: payload.reason,
      },
      new Date(),
    );
  }
}

const departmentsOf = ({ owner, reviewedBy }: Subject): string[] =>
  [owner, reviewedBy].filter((code): code is string => Boolean(code));
