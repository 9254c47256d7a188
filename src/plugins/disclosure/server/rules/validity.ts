import { addDays } from './dates';

/** 效力状态: what a document can be on a day. */
export const VALIDITIES = ['未生效', '有效', '已修改', '废止', '失效'] as const;
export type Validity = (typeof VALIDITIES)[number];

/** What a document is from its first day on, as long as nothing ends or changes it. */
export const IN_FORCE = '有效' satisfies Validity;

/** The days (`YYYY-MM-DD`) that decide on the validity of a document; null: not known, or it never happens. */
export type Standing = {
  effectiveOn: string | null;
  /** its last day */
  validUntil: string | null;
  /** the first day on which another document has changed, repealed, or declared it expired */
  amendedOn: string | null;
  repealedOn: string | null;
  lapsedOn: string | null;
};

/**
 * The validity of a document on a day. Nobody sets it: it follows from the days. 废止 and 失效 are ends, so
 * the one that came first counts.
 *
 * @param otherwise what holds where the days say nothing: what was entered, for records without a standing
 */
export function validityOn(standing: Standing, on: string, otherwise: string | null): string | null {
  const { effectiveOn, validUntil, amendedOn, repealedOn, lapsedOn } = standing;
  const isBefore = (day: string | null, other: string): boolean => day !== null && day < other;
  // compared by last days: the day after 9999-12-31 has no place in four digits of a year
  const lastDay = earlier(validUntil, lapsedOn && addDays(lapsedOn, -1));
  if (repealedOn && repealedOn <= on && !isBefore(lastDay, addDays(repealedOn, -1))) return '废止';
  if (isBefore(lastDay, on)) return '失效';
  if (effectiveOn && effectiveOn > on) return '未生效';
  if (amendedOn && amendedOn <= on) return '已修改';
  return otherwise;
}

const earlier = (a: string | null, b: string | null): string | null => (a && b ? (a < b ? a : b) : (a ?? b));
