import type { Core } from '@strapi/strapi';
import type { ChoiceSource } from '../../disclosure/server/domain/manifest';
import { SLUG } from './types/common';

/** More than a department has; it bounds the list. */
const MOST = 500;

const newest = (strapi: Core.Strapi, where: Record<string, unknown>, department: string | null) =>
  strapi.db
    .connection('publications')
    .where({ domain: SLUG, state: 'live', ...where, ...(department ? { owner: department } : {}) })
    .orderBy('published_at', 'desc')
    .limit(MOST)
    .select('document_id', 'title');

const options = (rows: { document_id: string; title: string }[]) =>
  rows.map((row) => ({ value: row.document_id, label: row.title }));

/** What the choice fields offer a department: its own units and its own rosters. */
export const choices: Record<string, ChoiceSource> = {
  'own-units': async (strapi, { department }) =>
    options(await newest(strapi, { kind: 'budget-unit' }, department)),
  rosters: async (strapi, { department }) => options(await newest(strapi, { kind: 'roster' }, department)),
};
