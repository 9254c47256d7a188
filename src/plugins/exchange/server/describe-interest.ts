import type { Core } from '@strapi/strapi';
import { allDomains } from '../../disclosure/server/domain/registry';
import { allDepartments } from '../../disclosure/server/reference-data/departments';
import type { Filters } from './interest';

type Label = { value: string; label: string };

/** What can be chosen among, with its names. */
export type Labels = { domains: Label[]; departments: Label[] };

/** All of them. */
export async function labelsOf(strapi: Core.Strapi): Promise<Labels> {
  return {
    domains: allDomains(strapi).map(({ slug, name }) => ({ value: slug, label: name })),
    departments: (await allDepartments(strapi)).map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** Filters in words; a saved search is told where its own person reads it. */
export function describe(filters: Filters, { domains, departments }: Labels, tellSearch = true): string {
  const named = (values: readonly string[], labels: readonly Label[]) =>
    values.map((value) => labels.find((one) => one.value === value)?.label ?? value).join('、');
  const parts = [
    filters.domain.length > 0 && `领域:${named(filters.domain, domains)}`,
    filters.department.length > 0 && `部门:${named(filters.department, departments)}`,
    filters.theme.length > 0 && (tellSearch ? `主题:${filters.theme.join('、')}` : '指定的主题'),
    filters.audience.length > 0 && (tellSearch ? `对象:${filters.audience.join('、')}` : '指定的对象'),
    filters.q !== '' && (tellSearch ? `检索:${filters.q}` : '保存的检索'),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(';') : '全部公开信息';
}
