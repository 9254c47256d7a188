import type { Core } from '@strapi/strapi';
import type { ChoiceSource } from '../../disclosure/server/domain/manifest';
import { scopesOf } from '../../disclosure/server/reference-data/responsibilities';
import { CLASSES, classScope, SLUG } from './items';

async function liveProjects(strapi: Core.Strapi): Promise<{ value: string; label: string }[]> {
  const rows = await strapi.db
    .connection('publications')
    .where({ domain: SLUG, kind: 'project', state: 'live' })
    .orderBy('published_at', 'desc')
    .limit(1000)
    .select('document_id', 'title');
  return rows.map((row) => ({ value: row.document_id, label: row.title }));
}

/** The lists that the panel's choice fields of this domain offer to a department: what is hers. */
export const choices: Record<string, ChoiceSource> = {
  /** projects of which at least one class is the department's */
  async projects(strapi, { department }) {
    if (department === null) return liveProjects(strapi);
    const scopes = await scopesOf(strapi, department);
    const projects = await liveProjects(strapi);
    return projects.filter(({ value }) => scopes.some((scope) => scope.startsWith(`${SLUG}/${value}/`)));
  },

  /** items of the classes that are the department's in the chosen project */
  async 'own-items'(strapi, { department, values }) {
    if (department === null) return CLASSES.flatMap(itemsOf);
    const scopes = new Set(await scopesOf(strapi, department));
    return CLASSES.filter(({ slug }) => scopes.has(classScope(values.project ?? '', slug))).flatMap(itemsOf);
  },

  async items() {
    return CLASSES.flatMap(itemsOf);
  },

  async classes() {
    return CLASSES.map(({ slug, name }) => ({ value: slug, label: name }));
  },
};

const itemsOf = ({ name, items }: (typeof CLASSES)[number]) =>
  items.map((item) => ({ value: item.code, label: `${item.code} ${item.name}`, group: name }));
