import type { Core } from '@strapi/strapi';
import { viewDesk } from '../../../disclosure/server/desk/view';
import { requireType } from '../../../disclosure/server/domain/registry';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { hasDuty } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import { dueOnOf, REPORT } from '../common';
import { failuresOf } from '../numbers/check';
import { countFor, numbersOfCounted } from '../numbers/count';
import { differencesOf } from '../numbers/difference';
import { districtDepartments, prepareNumbers } from '../numbers/prepare-numbers';
import type { ReportTold } from '../shared/contract';
import { loadFacts } from '../texts/facts';
import { proposalsOf } from '../texts/proposals';
import { compareDepartments } from './compare-departments';
import { loadReport } from './load-report';

const BUTTONS = new Set(['submit', 'return', 'approve', 'publish', 'correct', 'withdraw']);

/** A report as its page shows it: counted now while it is open, as it was handed in afterwards. */
export async function readReport(
  strapi: Core.Strapi,
  member: Member,
  documentId: string,
): Promise<ReportTold> {
  const report = await loadReport(strapi, member, documentId);
  const { owner, reportOf, year, figures, texts, departments, isOpen, state, values } = report;
  const counted = { owner, reportOf, year, figures, departments };
  const numbers = (isOpen ? null : report.numbers) ?? (await prepareNumbers(strapi, counted));
  const today = isOpen ? null : numbersOfCounted(await countFor(strapi, numbers.departments, year));
  const desk = await viewDesk(strapi, requireType(strapi, REPORT), documentId);
  const facts = isOpen ? await loadFacts(strapi, numbers.departments, year) : null;
  const failures = failuresOf(numbers, texts);
  return {
    ...{ documentId, uid: REPORT, year, reportOf, texts, figures, departments, numbers, failures, state },
    title: String(values.title),
    department: owner,
    departmentName: reportOf === 'district' ? '区人民政府' : await nameOfDepartment(strapi, owner),
    stateName: desk.stateName,
    version: desk.version,
    dueOn: dueOnOf(reportOf, year),
    reviewComment: desk.reviewComment,
    publicUrl: desk.live ? `/api/annual-reports/pages/${documentId}` : null,
    choices: reportOf === 'district' ? await districtDepartments(strapi) : [],
    isSnapshot: !isOpen,
    differences: today ? differencesOf(numbers, today) : [],
    compared: reportOf === 'district' ? await compareDepartments(strapi, numbers.departments, year) : null,
    proposals: facts
      ? { texts: proposalsOf(year, numbers, facts), figures: facts.decisions }
      : { texts: {}, figures: {} },
    buttons: desk.buttons
      .filter(({ verb }) => BUTTONS.has(verb))
      .map(({ verb, label, allowed, why, reason, mendable }) => {
        // the page counts anew, the desk looks at what was saved last
        const waits = verb === 'submit' && (allowed || mendable) ? failures.length : null;
        const missing = waits ? `还有${waits}项没有通过核对，见“核对”` : null;
        return {
          ...{ verb, label, reason },
          allowed: waits === null ? allowed : waits === 0,
          why: waits === null ? why : missing,
        };
      }),
    mayEdit: isOpen && member.department === owner && hasDuty(member, 'editor'),
  };
}
