import type { Department } from '../reference-data/departments';

type Organ = Pick<Department, 'code' | 'kind'>;

const UNDER_THE_GOVERNMENT: ReadonlySet<string | null> = new Set(['department', 'township']);

/**
 * 谁制定、谁清理: a department changes or repeals what it owns; the government's office also what its
 * departments, towns and subdistricts have issued. Pure.
 */
export const mayDecideOn = (actor: Organ, owner: Organ): boolean =>
  actor.code === owner.code || (actor.kind === 'office' && UNDER_THE_GOVERNMENT.has(owner.kind));
