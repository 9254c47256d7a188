import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { REFERENCE_TYPES } from '../content-types';
import type { ReferenceField } from '../content-types/reference-type';
import type { Field } from '../domain/field';
import { allTypes } from '../domain/registry';

type Described = Record<string, Field | ReferenceField>;
type Metadata = { edit: Record<string, unknown>; list: Record<string, unknown> };
type Configuration = {
  settings: Record<string, unknown>;
  metadatas: Record<string, Metadata>;
  layouts: Record<string, unknown>;
  options?: unknown;
};
type ContentTypes = {
  updateConfiguration: (type: unknown, configuration: Partial<Configuration>) => Promise<unknown>;
};

const FULL_WIDTH = 12;
const WIDE = new Set(['html', 'text', 'json', 'files', 'roster']);
const LIST = ['title', 'state', 'owner', 'dueOn'];

/** Rows of the edit form: long fields alone, the others two by two. What the engine keeps is not in it. */
function editLayout(fields: Described): { name: string; size: number }[][] {
  const rows: { name: string; size: number }[][] = [];
  let half: { name: string; size: number }[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (field.managed) continue;
    if (name === 'title' || WIDE.has(field.type)) {
      if (half.length) rows.push(half);
      half = [];
      rows.push([{ name, size: FULL_WIDTH }]);
      continue;
    }
    half.push({ name, size: FULL_WIDTH / 2 });
    if (half.length === 2) {
      rows.push(half);
      half = [];
    }
  }
  if (half.length) rows.push(half);
  return rows;
}

/** Drafts may lack every field, so Strapi's own mark for required fields says nothing here. */
const editLabel = (field: Described[string] | undefined, label: string): string =>
  field?.requiredToSubmit === true ? `${label}（必填）` : label;

/** Chinese labels and hints, a form without the engine's book-keeping, and a list that says where things stand. */
async function configure(
  strapi: Core.Strapi,
  stored: ReadonlyMap<string, Configuration>,
  uid: string,
  fields: Described,
  list: string[],
  main: string,
  bulkable: boolean,
): Promise<void> {
  const service = strapi.plugin('content-manager').service('content-types') as ContentTypes;
  const type = strapi.contentType(uid as never);
  const before = stored.get(uid);
  if (!before) throw new Error(`内容管理没有 ${uid} 的视图设置`);
  const { settings, metadatas } = before;
  const labelled = Object.fromEntries(
    Object.entries(metadatas).map(([name, metadata]) => {
      const field = fields[name];
      const label = field?.label ?? OWN_LABELS[name] ?? name;
      const edit = { ...metadata.edit, label: editLabel(field, label), description: field?.hint ?? '' };
      return [name, { edit, list: { ...metadata.list, label } }];
    }),
  );
  const after = {
    settings: {
      ...settings,
      mainField: main,
      defaultSortBy: 'updatedAt' in metadatas ? 'updatedAt' : 'id',
      defaultSortOrder: 'DESC',
      pageSize: 20,
      // several at once go through the engine's own steps; reference data is kept one by one
      bulkable,
    },
    metadatas: labelled,
    layouts: { list, edit: editLayout(fields) },
  };
  const { layouts } = before;
  if (isDeepStrictEqual({ settings, metadatas, layouts }, after)) return;
  await service.updateConfiguration(type, after);
}

const STORED = 'plugin_content_manager_configuration_content_types::';

/** The views as they are kept, by one query. */
async function storedConfigurations(strapi: Core.Strapi): Promise<Map<string, Configuration>> {
  const rows = (await strapi.db
    .query('strapi::core-store')
    .findMany({ where: { key: { $startsWith: STORED } } })) as { key: string; value: string }[];
  return new Map(rows.map(({ key, value }) => [key.slice(STORED.length), JSON.parse(value)]));
}

const OWN_LABELS: Record<string, string> = {
  id: '编号',
  documentId: '信息编号',
  createdAt: '录入时间',
  updatedAt: '修改时间',
  publishedAt: '发布时间',
  createdBy: '录入人',
  updatedBy: '修改人',
};

/** Brings the panel's forms and lists in line with the manifests. */
export async function syncPanelViews(strapi: Core.Strapi): Promise<void> {
  const stored = await storedConfigurations(strapi);
  for (const { uid, fields } of allTypes(strapi))
    await configure(strapi, stored, uid, fields, [...LIST, 'updatedAt'], 'title', true);
  for (const { singular, fields } of REFERENCE_TYPES) {
    const names = Object.keys(fields).filter(
      (name) => !['json', 'relation'].includes(fields[name]?.type ?? ''),
    );
    const main = ['name', 'code', 'scope', 'date'].find((name) => name in fields) ?? 'id';
    await configure(
      strapi,
      stored,
      `plugin::disclosure.${singular}`,
      fields as Described,
      names.slice(0, 6),
      main,
      false,
    );
  }
}
