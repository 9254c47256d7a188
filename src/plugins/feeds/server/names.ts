import type { Core } from '@strapi/strapi';
import { KINDS } from '../../disclosure/server/domain/base-fields';
import { findDomain } from '../../disclosure/server/domain/registry';
import { DisclosureError } from '../../disclosure/server/errors';
import { allColumns } from '../../disclosure/server/reference-data/columns';
import { allDepartments } from '../../disclosure/server/reference-data/departments';
import type { FeedQuery } from './query';

const unknown = (what: string, code: string) =>
  new DisclosureError('INVALID_QUERY', `查询参数有误:没有${what}“${code}”`);

/**
 * What a feed is about, in words: the names of its filters. A feed is subscribed to once and looked at for years, so a
 * code that is misspelt is an error here, not an empty list.
 *
 * @throws DisclosureError INVALID_QUERY
 */
export async function namesOf(strapi: Core.Strapi, query: Partial<FeedQuery>): Promise<string[]> {
  const { domain, column, department, kind, q } = query;
  const [columns, departments] = await Promise.all([
    column ? allColumns(strapi) : [],
    department ? allDepartments(strapi) : [],
  ]);
  const nameOf = (list: readonly { code: string; name: string }[], what: string, code: string) => {
    const found = list.find((one) => one.code === code);
    if (!found) throw unknown(what, code);
    return found.name;
  };
  const names: string[] = [];
  if (domain) {
    const found = findDomain(strapi, domain);
    if (!found) throw unknown('公开领域', domain);
    names.push(found.name);
  }
  if (column) names.push(nameOf(columns, '栏目', column));
  if (department) names.push(nameOf(departments, '部门', department));
  if (kind) names.push(KINDS.find(({ value }) => value === kind)?.label ?? kind);
  for (const value of [query.theme, query.genre, query.validity]) if (value) names.push(value);
  if (q) names.push(`检索“${q}”`);
  return names;
}
