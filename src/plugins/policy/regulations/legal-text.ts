import { STRUCTURED } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest, Writing } from '../../disclosure/server/domain/manifest';
import { DisclosureError } from '../../disclosure/server/errors';
import type { Values } from '../../disclosure/server/types';
import { FIXED_ROW, ROWS, SLUG, scopeOfRow, text } from '../common';
import { findArticles, findVersions } from './corpus/find-regulations';
import { toHtml } from './text/to-html';

export const LEGAL_TEXT = { kind: 'legal-text', uid: `plugin::${SLUG}.legal-text` } as const;

const KINDS = [
  { value: 'administrative-regulation', label: '行政法规' },
  { value: 'department-rule', label: '部门规章' },
  { value: 'local-rule', label: '地方政府规章' },
];

/**
 * 行政法规、规章: the text as the site has it. Where the official text is known it is that text, word for word: nobody
 * types it, so it cannot differ.
 */
export const legalText: TypeManifest = {
  singular: 'legal-text',
  plural: 'legal-texts',
  name: '法规规章文本',
  base: 'record',
  kind: LEGAL_TEXT.kind,
  only: ['catalogueItem', 'theme', ...STRUCTURED],
  fields: {
    legalKind: { label: '法规类别', type: 'choice', choices: KINDS, requiredToSubmit: true },
    regulation: {
      label: '官方文本',
      type: 'choice',
      source: `${SLUG}.regulations`,
      hint: '选择后，标题、文号、成文日期、施行日期和正文取自官方文本；没有官方文本的规章不选，自行填写',
    },
    textVersionOn: {
      label: '文本版本日期',
      type: 'date',
      requiredToSubmit: true,
      hint: '公布或最近一次修订的日期；选了官方文本的，不填为最新版本',
    },
    effectiveOn: { label: '施行日期', type: 'date', requiredToSubmit: true, hint: '自这一天起有效' },
  },
  adjust: { ...FIXED_ROW, body: { hint: '选了官方文本的，以官方文本为准，自行修改不保存' } },
  scopeOf: scopeOfRow,
  scopeHint: `目录事项是 ${ROWS.regulation}`,
  prepare: async (values, writing) => ({
    catalogueItem: ROWS.regulation,
    ...(values.regulation ? await officialValues(values, writing) : {}),
  }),
  placeOf: ({ regulation, legalKind, textVersionOn }) => ({
    subjectId: text(regulation),
    facet: text(legalKind),
    item: text(textVersionOn),
  }),
};

/** What the official text says in the place of a person. */
async function officialValues(
  { regulation, textVersionOn }: Values,
  { strapi }: Pick<Writing, 'strapi'>,
): Promise<Values> {
  const knex = strapi.db.connection;
  const id = String(regulation);
  const versions = await findVersions(knex, id);
  const [newest] = versions;
  if (!newest) throw new DisclosureError('INVALID_INPUT', '没有这部法规的官方文本，请在列表中重新选择');
  const version = textVersionOn ? versions.find(({ versionOn }) => versionOn === textVersionOn) : newest;
  if (!version) {
    const known = versions.map(({ versionOn }) => versionOn).join('、');
    throw new DisclosureError('INVALID_INPUT', `“文本版本日期”须是官方文本的版本之一：${known}`);
  }
  const { versionOn, title, docNo, effectiveOn, inForceFrom } = version;
  const articles = (await findArticles(knex, id, [versionOn])).get(versionOn) ?? [];
  return {
    title,
    textVersionOn: versionOn,
    effectiveOn: effectiveOn ?? inForceFrom,
    formedOn: versionOn,
    body: toHtml(articles),
    ...(docNo ? { docNo } : {}),
  };
}
