import type { Core } from '@strapi/strapi';
import { requireType } from '../../../disclosure/server/domain/registry';
import { loadSubject, loadWorkingCopy } from '../../../disclosure/server/gate/working-copy';
import type { OutboxEvent, Subscription } from '../../../disclosure/server/outbox/subscriptions';
import { redact } from '../../../disclosure/server/privacy/redact';
import type { State, Subject, Transaction } from '../../../disclosure/server/types';
import type { NoticeKind } from '../contract';
import { loadPeople } from '../people';
import { type Facts, recipientsOf } from '../recipients';
import { tell } from '../store/write';

type Rule = {
  kind: NoticeKind;
  /** told only while the document still waits like this: when it has gone on, nobody need do anything */
  whileIn?: State;
  /** only where the payload says so */
  only?: (payload: OutboxEvent['payload']) => boolean;
};

const RULES: Record<string, Rule> = {
  'document.submitted': { kind: 'submitted', whileIn: 'submitted' },
  'document.returned': { kind: 'returned', whileIn: 'returned' },
  'document.approved': { kind: 'approved', whileIn: 'approved' },
  'document.schedule-failed': { kind: 'schedule-failed', whileIn: 'approved' },
  'document.expedited': { kind: 'ratify', whileIn: 'published' },
  'document.withdrawn': { kind: 'withdrawn', only: ({ ordered }) => ordered === true },
  'document.transferred': { kind: 'transferred' },
};

/** Listens to what happens to documents, and tells those who have to know. */
export const subscription = (strapi: Core.Strapi): Subscription => ({
  name: 'notifications',
  topics: Object.keys(RULES),
  handle: (event, trx) => handleEvent(strapi, event, trx),
});

async function handleEvent(strapi: Core.Strapi, event: OutboxEvent, trx: Transaction): Promise<void> {
  const { topic, documentId, payload } = event;
  const rule = RULES[topic];
  if (!rule || rule.only?.(payload) === false) return;
  const type = requireType(strapi, payload.type);
  const draft = await loadWorkingCopy(strapi, type.uid, documentId);
  if (!draft) return;
  const { subject } = await loadSubject(strapi, type, draft, trx);
  if (!subject.owner || !subject.state || (rule.whileIn && subject.state !== rule.whileIn)) return;
  const facts: Facts = {
    owner: subject.owner,
    reviewedBy: subject.reviewedBy ?? subject.owner,
    state: subject.state,
    contributors: subject.contributors,
    by: payload.by.personId,
  };
  const people = await loadPeople(strapi, { department: { $in: departmentsOf(subject) } });
  await tell(
    strapi,
    trx,
    recipientsOf(rule.kind, facts, people),
    {
      kind: rule.kind,
      key: `event:${event.id}`,
      documentId,
      type: payload.type,
      title: draft.title ? redact(String(draft.title)) : null,
      detail: payload.reason,
    },
    new Date(),
  );
}

const departmentsOf = ({ owner, reviewedBy }: Subject): string[] =>
  [owner, reviewedBy].filter((code): code is string => Boolean(code));
