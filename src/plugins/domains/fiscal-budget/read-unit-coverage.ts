import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../disclosure/server/errors';
import { liveOf } from '../../disclosure/server/read-model/live-of';
import { allDepartments } from '../../disclosure/server/reference-data/departments';
import { findResponsible } from '../../disclosure/server/reference-data/responsibilities';
import { todayInShanghai } from '../../disclosure/server/rules/dates';
import type { Account } from './types/budget';
import { isYear, SLUG } from './types/common';
import { buildUnitCoverage } from './unit-coverage';

/** 部门预算: whoever is responsible for this row has accounts to publish. */
const DEPARTMENT_BUDGET = 'D08-07';

/** @throws DisclosureError INVALID_QUERY for a year that is none */
export async function readUnitCoverage(strapi: Core.Strapi, text: string) {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || !isYear(year)) {
    throw new DisclosureError('INVALID_QUERY', '年度须为四位年份，如 2026');
  }
  const [departments, responsible, units, accounts] = await Promise.all([
    allDepartments(strapi),
    findResponsible(strapi, DEPARTMENT_BUDGET),
    liveOf(strapi, { kind: 'budget-unit', uid: `plugin::${SLUG}.unit` }),
    liveOf(strapi, { kind: 'budget', uid: `plugin::${SLUG}.budget` }, { item: String(year) }),
  ]);
  return buildUnitCoverage({
    year,
    today: todayInShanghai(),
    departments: departments.filter(({ code }) => responsible.includes(code)),
    units: units.map(({ documentId, title, owner, attributes }) => ({
      documentId,
      name: title,
      owner,
      parent: (attributes.parentUnit as string | undefined) ?? null,
      firstYear: Number(attributes.firstYear),
      lastYear: attributes.lastYear == null ? null : Number(attributes.lastYear),
    })),
    publications: accounts
      .filter(({ catalogueItem }) => catalogueItem === DEPARTMENT_BUDGET || catalogueItem === 'D08-08')
      .map(({ documentId, owner, title, url, firstPublishedAt, dueOn, attributes }) => ({
        documentId,
        owner,
        title,
        url,
        firstPublishedAt,
        dueOn,
        unit: (attributes.unit as string | undefined) ?? null,
        account: attributes.account as Account,
      })),
  });
}
