import type { Actor, Member } from '../types';

/** Person ids of orders that no person carries out; nobody's membership has such an id. */
const SYSTEM = 'system:';

/**
 * What happens by itself is the owner's standing order: she set the day or the instant with the document,
 * so it is done in her name, through the gate.
 *
 * @param id what the audit log calls it, e.g. `take-down`
 */
export const standingOrder = (id: string, name: string, department: string): Member => ({
  kind: 'member',
  personId: `${SYSTEM}${id}`,
  name,
  department,
  duties: ['publisher'],
  via: 'job',
});

export const isStandingOrder = (actor: Actor): boolean =>
  actor.kind === 'member' && actor.personId.startsWith(SYSTEM);
