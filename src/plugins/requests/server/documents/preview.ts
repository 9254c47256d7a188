import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Member, Transaction } from '../../../disclosure/server/types';
import type { Paper } from '../../shared/notices';
import { INPUTS, type InputOf } from '../acts/inputs';
import { actIn } from '../acts/perform';
import { findRequest, type RequestRow } from '../store/rows';
import type { RequestVerb } from '../workflow/verbs';
import { findForHandler } from './delivery';
import { draftOf } from './draft';
import { answerNotice } from './of-acts';
import { noticesOf, paperOf } from './store/notices';

/** Thrown so that nothing of an act that was only tried remains. */
class Undone extends Error {}

/**
 * The notice that an act would make, by doing it and undoing it: so it shows the dates that the clock would give, and is
 * refused with the sentence with which the act would be. Null: none.
 *
 * @throws DisclosureError
 */
export async function previewOfAct(
  strapi: Core.Strapi,
  member: Member,
  verb: RequestVerb,
  id: string,
  body: unknown,
): Promise<Paper | null> {
  await findForHandler(strapi, member, id);
  const input = parseBody<InputOf<RequestVerb>>(INPUTS[verb], body);
  let paper: Paper | null = null;
  try {
    await inTransaction(strapi, async (trx) => {
      const issued = await actIn(strapi, trx, member, verb, id, input);
      if (issued) paper = await withoutNumber(strapi, trx, id, issued.id);
      else if (verb === 'saveAnswer') paper = await draftOfAnswer(strapi, trx, id);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return paper;
}

/** A number that is not given yet may become another notice's. */
async function withoutNumber(
  strapi: Core.Strapi,
  trx: Transaction,
  requestId: string,
  noticeId: string,
): Promise<Paper | null> {
  const notice = (await noticesOf(trx, requestId)).find(({ id }) => id === noticeId);
  const paper = notice ? paperOf(strapi, notice) : null;
  return paper && { ...paper, number: null };
}

/** The 答复书 as its draft stands. @throws DisclosureError where there is none */
export async function previewOfAnswer(strapi: Core.Strapi, member: Member, id: string): Promise<Paper> {
  await findForHandler(strapi, member, id);
  const paper = await draftOfAnswer(strapi, strapi.db.connection, id);
  if (!paper) throw new DisclosureError('NOT_FOUND', '还没有起草答复');
  return paper;
}

async function draftOfAnswer(
  strapi: Core.Strapi,
  reader: Transaction | Core.Strapi['db']['connection'],
  id: string,
): Promise<Paper | null> {
  const row = (await findRequest(reader, id)) as RequestRow;
  const asked = answerNotice(strapi, row, row.answeredOn ?? todayInShanghai());
  return asked ? (await draftOf(strapi, reader, row, asked)).paper : null;
}
