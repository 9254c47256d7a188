import type { Core } from '@strapi/strapi';
import { requireType } from '../../../disclosure/server/domain/registry';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { loadSubject, loadWorkingCopy } from '../../../disclosure/server/gate/working-copy';
import { mayRead, watches } from '../../../disclosure/server/rules/ownership';
import type { Member, State, Subject, Values } from '../../../disclosure/server/types';
import { REPORT } from '../common';
import { partsOf } from '../type/report-type';

export type LoadedReport = ReturnType<typeof partsOf> & {
  documentId: string;
  owner: string;
  state: State;
  values: Values;
  subject: Subject;
  /** its numbers follow the day: nobody has handed it in yet */
  isOpen: boolean;
};

/**
 * The working copy of a report, for those who may see it; to others it does not exist.
 *
 * @throws DisclosureError NOT_FOUND
 */
export async function loadReport(
  strapi: Core.Strapi,
  member: Member,
  documentId: string,
): Promise<LoadedReport> {
  const values = await loadWorkingCopy(strapi, REPORT, documentId);
  if (!values) throw new DisclosureError('NOT_FOUND', '没有找到该年度报告');
  const { subject } = await loadSubject(strapi, requireType(strapi, REPORT), values);
  if (!mayRead(member, subject)) throw toError(refuse('NOT_FOUND', '没有找到该年度报告'));
  const state = subject.state ?? 'draft';
  return {
    ...partsOf(values),
    ...{ documentId, owner: String(subject.owner), state, values, subject },
    isOpen: state === 'draft' || state === 'returned',
  };
}

/** 谁公开谁负责: whose requests a number shows; those who watch the district see all. */
export const maySeeRequestsOf = (member: Member, departments: readonly string[]): string[] =>
  watches(member) ? [...departments] : departments.filter((code) => code === member.department);
