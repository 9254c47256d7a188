import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { DocumentUid, Member } from '../../../disclosure/server/types';
import { enterDocument } from '../../../imports/server/jobs/enter-document';
import { LEGAL_TEXT } from '../legal-text';
import { legalKindOf } from '../text/legal-kind';
import { allRegulations, findVersions, type Regulation } from './find-regulations';
import { versionOn } from './in-force';

/** More than there are in force. */
const MOST = 3000;
const UID = LEGAL_TEXT.uid as DocumentUid;

export type PublishOptions = {
  /** who enters, and who reviews and publishes: two persons of the responsible department */
  people: { editor: Member; reviewer: Member };
  isStopping?: () => boolean;
  /** `refusal`: why a text was not published; null when it was */
  onResult?: (title: string, refusal: string | null, done: number, total: number) => void;
};

/**
 * Publishes the text in force of each regulation that the site does not have: entered, reviewed and published
 * through the gate, one transaction a text. What is on the site, or is being worked on, stays as it is, so a
 * second run goes on where the first one stopped.
 */
export async function publishTexts(
  strapi: Core.Strapi,
  { people, isStopping, onResult }: PublishOptions,
): Promise<void> {
  const missing = await findMissing(strapi);
  let done = 0;
  for (const regulation of missing) {
    if (isStopping?.()) return;
    const refusal = await publishText(strapi, regulation, people);
    done += 1;
    onResult?.(regulation.title, refusal, done, missing.length);
  }
}

/** The regulations that no text of the site names, public or not. */
async function findMissing(strapi: Core.Strapi): Promise<Regulation[]> {
  const named = await strapi.db.query(UID).findMany({ select: ['regulation'], limit: MOST });
  const known = new Set(named.map(({ regulation }: { regulation: unknown }) => regulation));
  return (await allRegulations(strapi.db.connection, MOST)).filter(({ id }) => !known.has(id));
}

async function publishText(
  strapi: Core.Strapi,
  { id, title }: Regulation,
  people: PublishOptions['people'],
): Promise<string | null> {
  const versions = await findVersions(strapi.db.connection, id);
  const version = versionOn(versions, todayInShanghai());
  if (!version) return '还没有施行的版本';
  const values = {
    title,
    legalKind: legalKindOf(version.history),
    regulation: id,
    textVersionOn: version.versionOn,
  };
  try {
    await inTransaction(strapi, () =>
      enterDocument(strapi, people, { uid: UID, values, target: 'published' }),
    );
    return null;
  } catch (error) {
    if (error instanceof DisclosureError) return error.message;
    throw error;
  }
}
