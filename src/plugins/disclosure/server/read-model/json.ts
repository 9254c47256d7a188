/** Strapi sets the driver to give jsonb as text; other connections give it parsed. */
export const fromJson = <T = unknown>(value: unknown): T =>
  (typeof value === 'string' ? JSON.parse(value) : value) as T;
