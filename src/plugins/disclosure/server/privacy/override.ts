import { type Refusal, refuse } from '../errors';
import { countKinds, type Finding, isSure, summarise, withoutSeal } from './findings';

/** 说明理由后提交: kept with the working copy, never public, without any value. */
export type Override = {
  reason: string;
  by: string;
  byName: string;
  at: string;
  counts: Record<string, number>;
  seals: string[];
  confirmedBy: string | null;
  confirmedByName: string | null;
  confirmedAt: string | null;
};

/** More than anybody could look through one by one; a list of that length is masked instead. */
const MAX_OVERRIDDEN = 1000;
const SHOWN = 100;

type Person = { personId: string; name: string };

/** The refusal for what was found: where, in the message; masked, in the details. */
export function refuseFindings(findings: readonly Finding[], advice: string): Refusal {
  const sure = findings.filter(isSure);
  return refuse('PERSONAL_DATA_FOUND', `发现个人信息(${summarise(sure)})。${advice}`, {
    counts: countKinds(sure),
    findings: sure.slice(0, SHOWN).map(withoutSeal),
  });
}

const ADVICE =
  '请点“一键遮盖”或自行删改（附件请替换文件）后再提交；依法必须公开的，提交时填写理由，由另一位审核人员确认';

/**
 * What a submission with these findings needs.
 *
 * @returns the override to keep with the working copy (null: nothing found), or the refusal
 */
export function overrideAtSubmission(
  findings: readonly Finding[],
  reason: string | undefined,
  { actor, now, reasonLength }: { actor: Person; now: Date; reasonLength: number },
): { override: Override | null } | { refusal: Refusal } {
  const sure = findings.filter(isSure);
  if (sure.length === 0) return { override: null };
  const words = reason?.trim() ?? '';
  if (words === '') return { refusal: refuseFindings(sure, ADVICE) };
  if (words.length < reasonLength) {
    return { refusal: refuseFindings(sure, `必须公开的理由至少写${reasonLength}个字，请写明依据`) };
  }
  const seals = [...new Set(sure.map(({ seal }) => seal))];
  if (seals.length > MAX_OVERRIDDEN) {
    return { refusal: refuseFindings(sure, `超过${MAX_OVERRIDDEN}处，不能以填写理由的方式提交，请先遮盖`) };
  }
  return {
    override: {
      reason: words,
      by: actor.personId,
      byName: actor.name,
      at: now.toISOString(),
      counts: countKinds(sure),
      seals,
      confirmedBy: null,
      confirmedByName: null,
      confirmedAt: null,
    },
  };
}

/** What an approval with these findings needs: an explicit confirmation by another person than who gave the reason. */
export function overrideAtApproval(
  findings: readonly Finding[],
  override: Override | null,
  { actor, now, confirmed }: { actor: Person; now: Date; confirmed: boolean },
): { override: Override | null } | { refusal: Refusal } {
  const sure = findings.filter(isSure);
  if (sure.length === 0) return { override: null };
  const unknown = notIn(sure, override);
  if (!override || unknown.length > 0) {
    return { refusal: refuseFindings(unknown, '提交时没有说明理由，请退回修改') };
  }
  if (override.by === actor.personId) {
    return { refusal: refuse('NEEDS_SECOND_REVIEWER', '说明理由的人不能自己确认，须由另一位审核人员确认') };
  }
  if (!confirmed) {
    return {
      refusal: refuseFindings(sure, '提交人说明了必须公开的理由，请逐条核对，勾选确认后再审核通过，或者退回'),
    };
  }
  const { personId, name } = actor;
  return {
    override: { ...override, confirmedBy: personId, confirmedByName: name, confirmedAt: now.toISOString() },
  };
}

/** What of it nobody has confirmed: a new or changed number blocks again. */
export const unconfirmed = (findings: readonly Finding[], override: Override | null): Finding[] =>
  notIn(findings.filter(isSure), override?.confirmedBy ? override : null);

function notIn(sure: readonly Finding[], override: Override | null): Finding[] {
  const known = new Set(override?.seals ?? []);
  return sure.filter(({ seal }) => !known.has(seal));
}
