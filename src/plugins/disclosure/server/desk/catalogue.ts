import type { Core } from '@strapi/strapi';
import { ROW_STATUS_NAMES } from '../catalogue/row-status';
import { allDomains, findDomain } from '../domain/registry';
import { DisclosureError, refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { listCatalogue } from '../read-model/list-catalogue';
import { listCatalogueItems } from '../reference-data/catalogue-items';
import { allDepartments } from '../reference-data/departments';
import { mainDomain } from '../reference-data/main-domain';
import { scopesOf } from '../reference-data/responsibilities';
import { isMember, mayKeepReferenceData } from '../rules/ownership';
import type { Actor } from '../types';
import { recordTypeOf } from '../workbench/owed';
import type { DeskCatalogue, DeskRule } from './contract';

/**
 * The page 标准目录: the rows of a domain, those that are not in force included. Without a domain the
 * one with which the person's department has most to do.
 *
 * @throws DisclosureError NO_ACTOR, NOT_FOUND
 */
export async function viewCatalogue(strapi: Core.Strapi, asked: string | undefined): Promise<DeskCatalogue> {
  const actor = await resolveActor(strapi);
  if (!isMember(actor) && actor?.kind !== 'administrator') throw toError(refuse('NO_ACTOR'));
  const scopes = new Set(isMember(actor) ? await scopesOf(strapi, actor.department) : []);
  const domains = allDomains(strapi).map(({ slug, code, name }) => ({ slug, code, name }));
  if (asked && !findDomain(strapi, asked)) throw new DisclosureError('NOT_FOUND', '没有这个公开领域');
  const main = isMember(actor) ? mainDomain(allDomains(strapi), actor.department, scopes) : null;
  const domain = asked ?? main?.slug ?? domains[0]?.slug ?? null;
  return {
    domains,
    domain,
    rows: domain ? await viewRows(strapi, domain, scopes) : [],
    mayMaintain: mayKeepReferenceData(actor),
    createUid: domain ? createUid(strapi, actor, domain) : null,
  };
}

async function viewRows(
  strapi: Core.Strapi,
  domain: string,
  scopes: ReadonlySet<string>,
): Promise<DeskCatalogue['rows']> {
  const [rows, items, departments] = await Promise.all([
    listCatalogue(strapi, { domain }),
    listCatalogueItems(strapi, { domain }),
    allDepartments(strapi),
  ]);
  const rules = new Map(items.map(({ code, timeLimitRules }) => [code, timeLimitRules ?? []]));
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  return rows.map((row) => ({
    ...row,
    contentElements: row.contentElements ?? [],
    legalBasis: row.legalBasis ?? [],
    channels: row.channels ?? [],
    timeLimitRules: (rules.get(row.code) ?? []) as unknown as DeskRule[],
    statusName: ROW_STATUS_NAMES[row.status],
    departmentNames: row.departments.map((code) => names.get(code) ?? code),
    mine: scopes.has(row.code),
  }));
}

/** The type of the domain whose documents stand under rows, for those who enter information. */
function createUid(strapi: Core.Strapi, actor: Actor, domain: string): string | null {
  if (!isMember(actor) || !actor.duties.includes('editor')) return null;
  return recordTypeOf(strapi, domain);
}
