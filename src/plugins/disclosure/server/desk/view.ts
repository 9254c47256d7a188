import type { Core } from '@strapi/strapi';
import { findRowIssues } from '../catalogue/settle-row';
import type { RegisteredType } from '../domain/registry';
import { findIssues } from '../gate/completeness';
import { findReleaseIssues } from '../gate/release';
import { describeFindings, describeOverride } from '../privacy/describe';
import { findEditions } from '../read-model/find-editions';
import { nameOfDepartment } from '../reference-data/departments';
import { explainDueDate } from '../reference-data/due-dates';
import { findResponsible } from '../reference-data/responsibilities';
import { STATE_NAMES } from '../rules/decide';
import { findSchedule } from '../schedule/schedules';
import { pagePathOf } from '../site/addresses';
import type { Subject, Values } from '../types';
import { isWorkflowVerb, WORKFLOW_VERBS, type WorkflowVerb } from '../verbs';
import { type ButtonVerb, buttonOf } from './buttons';
import type { DeskButton, Desk as DeskView } from './contract';
import { findHistory } from './history';
import { loadReadable } from './readable';

export type Button = DeskButton<ButtonVerb>;
export type Desk = DeskView<ButtonVerb>;

const SHOWN = [...WORKFLOW_VERBS, 'edit', 'discard', 'delete'] as const;

/** The verbs that have a button of the desk; edit and delete are Strapi's own. */
export const isDeskVerb = (verb: string): verb is WorkflowVerb | 'discard' =>
  verb === 'discard' || isWorkflowVerb(verb);

/**
 * The state, history and possible next steps of a document, for those who may see its working copy.
 *
 * @throws DisclosureError NO_ACTOR, NOT_FOUND, NOT_OWNER
 */
export async function viewDesk(strapi: Core.Strapi, type: RegisteredType, documentId: string): Promise<Desk> {
  const { actor, draft, subject } = await loadReadable(strapi, type, documentId);
  const [due, history, editions, responsible, ownerName, rowIssues, findings, schedule, releaseIssues] =
    await Promise.all([
      explainDueDate(strapi, type, draft),
      findHistory(strapi, documentId),
      findEditions(strapi.db.connection, documentId),
      findResponsible(strapi, subject.scope),
      subject.owner ? nameOfDepartment(strapi, subject.owner) : null,
      findRowIssues(strapi, type, subject, draft),
      describeFindings(strapi, type, draft),
      findSchedule(strapi.db.connection, documentId),
      findReleaseIssues(strapi, type, draft),
    ]);
  const issues = [...findIssues(type, draft, new Date()), ...rowIssues];
  return {
    ...describe(subject, draft),
    uid: type.uid,
    ownerName,
    schedule,
    due,
    issues,
    findings,
    personalDataOverride: describeOverride(draft),
    buttons: SHOWN.map((verb) => buttonOf(verb, { actor, subject, responsible, issues, releaseIssues })),
    history,
    editions,
  };
}

function describe(subject: Subject, draft: Values) {
  const { documentId, live, version, owner } = subject;
  const state = subject.state ?? 'draft';
  const text = (value: unknown) => (typeof value === 'string' && value ? value : null);
  return {
    documentId: String(documentId),
    title: text(draft.title),
    state,
    stateName: STATE_NAMES[state],
    live,
    version,
    owner,
    indexNo: text(draft.indexNo),
    reviewComment: text(draft.reviewComment),
    takeDownOn: text(draft.takeDownOn),
    publicUrl: live ? pagePathOf(`/api/disclosure/publications/${documentId}`) : null,
  };
}
