/** From which day a version holds, and whether its head says so. */
export type InForceFrom = { day: string; stated: boolean };

/**
 * The day from which a version holds. Heads keep the first 施行日期 when a regulation is amended: a day before the
 * version's own is that of an earlier one, and the version holds from its own day as far as is known. Pure.
 */
export const inForceFrom = (versionOn: string, effectiveOn: string | null): InForceFrom =>
  effectiveOn && effectiveOn >= versionOn
    ? { day: effectiveOn, stated: true }
    : { day: versionOn, stated: false };

type Version = { versionOn: string; inForceFrom: string };

/** The version that holds on a day: the last of those that have begun. Null before the first. Pure. */
export function versionOn<V extends Version>(versions: readonly V[], day: string): V | null {
  const begun = versions.filter((version) => version.inForceFrom <= day);
  return begun.reduce<V | null>((last, one) => (last === null || isLater(one, last) ? one : last), null);
}

const isLater = (one: Version, other: Version): boolean =>
  one.inForceFrom === other.inForceFrom
    ? one.versionOn > other.versionOn
    : one.inForceFrom > other.inForceFrom;
