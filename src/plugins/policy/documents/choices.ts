import type { ChoiceSource } from '../../disclosure/server/domain/manifest';
import { mayDecideOn } from '../../disclosure/server/links/may-decide';
import { allDepartments } from '../../disclosure/server/reference-data/departments';
import { interpretedTypes } from '../interpretation/find-interpretations';

/** Documents that a list offers, the newest first. */
const MOST = 500;

type Row = { document_id: string; title: string; doc_no: string | null; owner_name: string };

const toOption = ({ document_id, title, doc_no, owner_name }: Row) => ({
  value: document_id,
  label: doc_no ? `${title}(${doc_no})` : title,
  group: owner_name,
});

/** What the department may change, repeal or clean up: its own documents with a validity; the government's office, also those under it. */
const decidable: ChoiceSource = async (strapi, { department }) => {
  const departments = await allDepartments(strapi);
  const actor = departments.find(({ code }) => code === department);
  const owners = departments.filter((owner) => actor && mayDecideOn(actor, owner)).map(({ code }) => code);
  const query = strapi.db
    .connection('publications')
    .where('state', 'live')
    .whereNotNull('effective_on')
    .orderBy('effective_on', 'desc')
    .limit(MOST)
    .select('document_id', 'title', 'doc_no', 'owner_name');
  return ((await (department === null ? query : query.whereIn('owner', owners))) as Row[]).map(toOption);
};

/** What may be printed in the gazette: what is public with a validity, of every department. */
const printable: ChoiceSource = async (strapi) =>
  (
    (await strapi.db
      .connection('publications')
      .where('state', 'live')
      .whereNotNull('effective_on')
      .orderBy('effective_on', 'desc')
      .limit(MOST)
      .select('document_id', 'title', 'doc_no', 'owner_name')) as Row[]
  ).map(toOption);

/** What the department may interpret: its own documents, public or on their way. */
const interpretable: ChoiceSource = async (strapi, { department }) => {
  const lists = await Promise.all(
    interpretedTypes(strapi).map(({ uid }) =>
      strapi.db.query(uid).findMany({
        select: ['documentId', 'title', 'docNo'],
        where: { publishedAt: null, ...(department === null ? {} : { owner: department }) },
        orderBy: { id: 'desc' },
        limit: MOST,
      }),
    ),
  );
  return lists.flat().map(({ documentId, title, docNo }) => ({
    value: String(documentId),
    label: docNo ? `${title ?? '（无标题）'}(${docNo})` : String(title ?? '（无标题）'),
  }));
};

export const choices: Record<string, ChoiceSource> = {
  'decidable-documents': decidable,
  'public-documents': printable,
  'own-documents': interpretable,
};
