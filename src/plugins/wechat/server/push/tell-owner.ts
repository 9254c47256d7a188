import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { loadPeople } from '../../../notifications/server/people';
import { tell } from '../../../notifications/server/store/write';
import type { DraftState } from '../contract';
import { type Draft, findDraft, STATE_NAMES } from './drafts';

/** Where a person has to do something. */
const WAITS: ReadonlySet<DraftState> = new Set(['attention', 'failed']);

/**
 * Tells those who publish in the owner's department when the draft of their publication has come to wait for a person.
 *
 * @param draft as it was before the look
 */
export async function tellOwner(strapi: Core.Strapi, draft: Readonly<Draft>): Promise<void> {
  const now = await findDraft(strapi.db.connection, draft.document_id);
  if (!now || !WAITS.has(now.state) || (now.state === draft.state && now.advice === draft.advice)) return;
  await inTransaction(strapi, async (trx) => {
    const publication = await trx('publications')
      .where({ document_id: now.document_id })
      .first('owner', 'title');
    if (!publication) return;
    const people = await loadPeople(strapi, { department: publication.owner });
    await tell(
      strapi,
      trx,
      people.filter(({ duties }) => duties.includes('publisher')),
      {
        ...{ kind: 'wechat', key: `wechat:${now.document_id}:${now.revision}:${now.state}` },
        ...{ documentId: now.document_id, type: now.type },
        title: publication.title,
        detail: now.advice ?? STATE_NAMES[now.state],
      },
      new Date(),
    );
  });
}
