/** On the object itself, not in a table of this module: a process may have loaded the application more than once. */
const ORIGINAL = Symbol.for('open-disclosure: as Strapi made it');

/**
 * A service of Strapi's as it was before it was changed here: Strapi's own are objects of the process, which
 * outlive the Strapi that a guard was made for.
 */
export function originalOf<T extends object>(service: T): T {
  const changed = service as T & { [ORIGINAL]?: T };
  if (!changed[ORIGINAL]) Object.defineProperty(changed, ORIGINAL, { value: { ...service } });
  return changed[ORIGINAL] as T;
}
