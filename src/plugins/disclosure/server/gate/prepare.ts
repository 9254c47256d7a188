import { normaliseDocNo } from '../../shared/document-number';
import { normaliseTitle } from '../../shared/title';
import { settleRow } from '../catalogue/settle-row';
import { enteredValues } from '../domain/entered-values';
import { DisclosureError } from '../errors';
import { assertLinks } from '../links/check-links';
import { RELATIONS } from '../links/relations';
import { explainDueDate } from '../reference-data/due-dates';
import { assertOwnRoster } from '../rosters/references';
import { sanitiseBody } from '../rules/sanitise-body';
import type { Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import { assertOwnFiles } from './own-files';

type Writing = Pick<VerbContext, 'strapi' | 'trx' | 'type' | 'actor' | 'draft' | 'data' | 'now'>;

/** What a copy does not take over from its original. */
const NOT_COPIED = {
  indexNo: null,
  submittedAt: null,
  reviewComment: null,
  correctionReason: null,
  urgencyReason: null,
  urgentAt: null,
  personalDataOverride: null,
};

/**
 * The values to write: what the caller may set, cleaned; what the domain derives (class, row);
 * and what only the engine keeps (owner, state, version, contributors, due date).
 */
export async function prepareValues(writing: Writing): Promise<Values> {
  const { type, draft, data, actor, strapi } = writing;
  const own = clean(enteredValues(type, data));
  const owner = String(draft.owner ?? actor.department);
  const derived = (await type.manifest.prepare?.({ ...draft, ...own }, { ...writing, owner })) ?? {};
  const given: Values = { ...draft, ...own, ...derived };
  const settled = await settleRow(strapi, type, given, draft);
  const merged: Values = { ...given, ...settled };
  if (!type.manifest.scopeOf(merged)) {
    throw new DisclosureError('INVALID_INPUT', type.manifest.scopeHint);
  }
  await assertOwnRoster(writing.trx, type, { draft, values: own, owner });
  await assertOwnFiles(strapi, writing.trx, type, { values: own, owner });
  await assertLinksOfDraft(writing, merged, owner);
  const due = await explainDueDate(strapi, type, merged);
  const contributors = Array.isArray(draft.contributors) ? (draft.contributors as string[]) : [];
  return {
    ...own,
    ...derived,
    ...settled,
    owner,
    state: draft.state ?? 'draft',
    version: Number(draft.version ?? 0) + 1,
    contributors: [...new Set([...contributors, actor.personId])],
    dueOn: due.dueOn,
    // a changed text is looked at anew
    ...(draft.personalDataOverride ? { personalDataOverride: null } : {}),
  };
}

/** The values of a copy: its original's text in a life of its own, as if the actor had entered it. */
export async function prepareClone(writing: Writing): Promise<Values> {
  const { type, draft, data } = writing;
  const entered = Object.entries(type.fields).filter(([, field]) => !field.managed && field.type !== 'files');
  const copied = Object.fromEntries(entered.map(([name]) => [name, draft[name]]));
  return { ...NOT_COPIED, ...(await prepareValues({ ...writing, draft: {}, data: { ...copied, ...data } })) };
}

/** What a draft names is looked at when it is saved; what need not be public yet, when it is published. */
async function assertLinksOfDraft(writing: Writing, values: Values, owner: string): Promise<void> {
  const links = writing.type.manifest.linksOf?.(values) ?? [];
  const documentId = typeof values.documentId === 'string' ? values.documentId : null;
  const named = links.filter(({ relation }) => !RELATIONS[relation].beforePublic);
  await assertLinks(writing, { documentId, owner }, named);
}

function clean(values: Values): Values {
  const cleaned = { ...values };
  if (typeof cleaned.body === 'string') cleaned.body = sanitiseBody(cleaned.body);
  if (typeof cleaned.docNo === 'string') cleaned.docNo = normaliseDocNo(cleaned.docNo);
  if (typeof cleaned.title === 'string') cleaned.title = normaliseTitle(cleaned.title);
  return cleaned;
}
