import { maskNames } from '../../../disclosure/server/privacy/mask-words';
import { maskMiddle } from '../../../disclosure/server/privacy/scan/mask';
import type { Applicant } from '../application/schema';

/** Of a name as much as tells two apart: 张*; of an organisation all, it is no personal data. */
export const maskApplicant = ({ kind, name }: Pick<Applicant, 'kind' | 'name'>): string =>
  kind === 'person' ? maskNames(name) : name;

const hidden = (text: string | undefined, first: number, last: number): string | null =>
  text ? maskMiddle(text, { first, last }) : null;

/** An applicant as lists and pages show her: whole only to who says what for (`identity-viewed` in the audit log). */
export const maskedApplicant = (applicant: Applicant) => ({
  name: maskApplicant(applicant),
  idNumber: hidden(applicant.idNumber, 0, 4) ?? '',
  phone: hidden(applicant.phone, 3, 4),
  email: applicant.email
    ? `${applicant.email.slice(0, 1)}***${applicant.email.slice(applicant.email.indexOf('@'))}`
    : null,
  address: hidden(applicant.address, 6, 0),
});
