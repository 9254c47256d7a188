import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import type { NoticeKind } from '../../../notifications/server/contract';
import { loadPeople } from '../../../notifications/server/people';
import { type Facts, recipientsOf } from '../../../notifications/server/recipients';
import { settleNotices } from '../../../notifications/server/store/inbox';
import { tell } from '../../../notifications/server/store/write';

/** The page of the panel that shows a request. */
export const REQUEST_PAGE = '/plugins/requests?id=';

export type DeskNotice = {
  kind: Extract<NoticeKind, `request-${string}`>;
  /** told once */
  key: string;
  detail: string;
};
type Subject = {
  id: string;
  number: string | null;
  owner: string;
  /** persons who have written the answer */
  authors?: readonly string[];
};

/** What notices call a request: nothing of who asks and for what, which stands sealed. */
export const nameOf = ({ number }: Pick<Subject, 'number'>): string =>
  number ? `信息公开申请 ${number}` : '信息公开申请（待登记）';

/** Tells those people of the handling department whom the kind concerns; never whoever did it. In the transaction of what happened. */
export async function tellDesk(
  strapi: Core.Strapi,
  trx: Transaction,
  subject: Subject,
  { kind, key, detail }: DeskNotice,
  by: string | null = null,
): Promise<void> {
  const people = await loadPeople(strapi, { department: { $in: [subject.owner] } });
  const facts: Facts = {
    owner: subject.owner,
    reviewedBy: subject.owner,
    state: 'draft',
    contributors: subject.authors ?? [],
    by,
  };
  await tell(
    strapi,
    trx,
    recipientsOf(kind, facts, people),
    { kind, key, documentId: subject.id, type: REQUEST_PAGE, title: nameOf(subject), detail },
    new Date(),
  );
}

/** Marks as read what a request does not ask for any more. */
export const settleDesk = (
  trx: Transaction,
  id: string,
  kinds: readonly DeskNotice['kind'][],
): Promise<number> => settleNotices(trx, id, kinds);
