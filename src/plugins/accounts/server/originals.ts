const kept = new WeakMap<object, object>();

/**
 * A service of Strapi's as it was before it was changed here: Strapi's own are objects of the process, which
 * outlive the Strapi that a guard was made for.
 */
export function originalOf<T extends object>(service: T): T {
  const known = kept.get(service) ?? { ...service };
  kept.set(service, known);
  return known as T;
}
