import { APPLICANT_KINDS } from '../../../../requests/shared/applicants';
import { FIGURES, type Figures } from '../../shared/figures';

export type Values = Record<string, string>;

/** Figures as a form shows them; the carry-over of the year before by kinds of applicants. */
export function filledFrom({ carriedForward, ...figures }: Figures): Values {
  const before = Object.entries(carriedForward ?? {}).map(([code, value]) => [
    `before.${code}`,
    String(value),
  ]);
  const own = Object.entries(figures).map(([code, value]) => [code, value === null ? '' : String(value)]);
  return Object.fromEntries([...own, ...before]);
}

/** What was typed, as the server reads it; what is empty was not entered. */
export function toFigures(values: Values, isFirstYear: boolean): Figures {
  const numberIn = (name: string) => (values[name]?.trim() ? Number(values[name]) : null);
  const before = APPLICANT_KINDS.map(({ code }) => [code, numberIn(`before.${code}`)] as const);
  const isEntered = isFirstYear && before.some(([, value]) => value !== null);
  return {
    ...Object.fromEntries(FIGURES.map(({ code }) => [code, numberIn(code)])),
    carriedForward: isEntered ? Object.fromEntries(before.map(([code, value]) => [code, value ?? 0])) : null,
  };
}
