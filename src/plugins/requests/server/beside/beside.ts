import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import type { Member } from '../../../disclosure/server/types';
import type { Beside, EarlierAnswer } from '../../shared/beside';
import { outcomeOf } from '../../shared/outcomes';
import { answerOf } from '../acts/handlers';
import { findVisible } from '../reads/detail';
import { likenessOf, nearRequests } from '../reads/near';
import { isAnswered } from '../reads/related';
import { titleOf } from '../reads/title';
import { contentOf, findRequests, type RequestRow } from '../store/rows';
import { findPublic, publicationsNamed } from './find-public';

/**
 * What helps to draft an answer: what is public already, and what was answered to similar requests that the member may see.
 *
 * @throws DisclosureError NOT_FOUND
 */
export async function readBeside(strapi: Core.Strapi, member: Member, id: string): Promise<Beside> {
  const row = await findVisible(strapi, member, id);
  const content = contentOf(strapi, row);
  return {
    found: content ? await findPublic(strapi, content.wanted) : [],
    earlier: await earlierAnswers(strapi, member, row),
    named: await publicationsNamed(strapi, answerOf(strapi, row)?.publications ?? []),
  };
}

async function earlierAnswers(
  strapi: Core.Strapi,
  member: Member,
  row: RequestRow,
): Promise<EarlierAnswer[]> {
  const near = (await nearRequests(strapi, member, row)).flatMap((one) => {
    const likeness = likenessOf(one);
    return likeness ? [{ ...one, likeness }] : [];
  });
  const byId = new Map(near.map((one) => [one.id, one]));
  const rows = await findRequests(strapi.db.connection, [...byId.keys()]);
  const told = await Promise.all(
    rows.map(async (other): Promise<EarlierAnswer | null> => {
      const answer = isAnswered(other) ? answerOf(strapi, other) : null;
      if (!answer || !other.answeredOn) return null;
      return {
        ...{
          id: other.id,
          number: other.number,
          title: titleOf(strapi, other),
          answeredOn: other.answeredOn,
        },
        ownerName: await nameOfDepartment(strapi, other.owner),
        outcomeLabel: outcomeOf(answer.outcome)?.label ?? answer.outcome,
        ...{ outcome: answer.outcome, text: answer.text, reasons: answer.reasons },
        publications: answer.publications,
        likeness: byId.get(other.id)?.likeness ?? '',
      };
    }),
  );
  return told.filter((one): one is EarlierAnswer => one !== null);
}
