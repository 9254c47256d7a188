import type { Core } from '@strapi/strapi';
import { allTypes, type RegisteredType } from '../../disclosure/server/domain/registry';
import type { Companion, Reading } from '../../disclosure/server/gate/release';
import { STATE_NAMES } from '../../disclosure/server/rules/decide';
import type { DocumentUid, State, Values } from '../../disclosure/server/types';
import { SLUG } from '../common';
import type { Draft } from './plan';

export const INTERPRETATION = `plugin::${SLUG}.interpretation` as DocumentUid;

/** The states from which an interpretation may become public with its document. */
const READY: readonly State[] = ['approved', 'scheduled'];
/** Interpretations of a document that are looked at. */
const MOST = 50;

type Row = { documentId: string; title: string | null; state: State };

/** The types whose documents are interpreted: those that say how (`INTERPRETATION_FIELDS`), of any domain. */
export const interpretedTypes = (strapi: Core.Strapi): RegisteredType[] =>
  allTypes(strapi).filter(({ manifest }) => 'interpretationPlan' in manifest.fields);

/** The working copies of the owner that name a document and are not public as they stand. */
async function findDrafts({ documentId, owner }: Values, { strapi }: Reading): Promise<Row[]> {
  if (!documentId) return [];
  return (await strapi.db.query(INTERPRETATION).findMany({
    select: ['documentId', 'title', 'state'],
    where: {
      interprets: documentId,
      owner,
      publishedAt: null,
      state: { $notIn: ['published', 'withdrawn'] },
    },
    orderBy: { id: 'asc' },
    limit: MOST,
  })) as Row[];
}

/** The interpretations on their way, as the rule looks at them. */
export const describeDrafts = async (document: Values, reading: Reading): Promise<Draft[]> =>
  (await findDrafts(document, reading)).map(({ title, state }) => ({
    title: title ?? '（无标题）',
    stateName: STATE_NAMES[state],
    ready: READY.includes(state),
  }));

/** The interpretations that are ready to become public with their document. */
export const findReady = async (document: Values, reading: Reading): Promise<Companion[]> =>
  (await findDrafts(document, reading))
    .filter(({ state }) => READY.includes(state))
    .map(({ documentId }) => ({ uid: INTERPRETATION, documentId }));

/** Whether an interpretation of a document is public. */
export async function hasLiveInterpretation(
  { documentId }: Values,
  { strapi, trx }: Reading,
): Promise<boolean> {
  const query = strapi.db
    .connection('publication_links')
    .where({ target_id: String(documentId), relation: 'interprets' })
    .first('source_id');
  return Boolean(await (trx ? query.transacting(trx) : query));
}
