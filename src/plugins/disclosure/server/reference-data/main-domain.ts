type Domain = { code: string; leadDepartment: string };

/**
 * The domain with which a department has most to do: one that it leads, before others; then the one in
 * which it is responsible for most rows. Null where it is responsible for no row. Pure.
 */
export function mainDomain<T extends Domain>(
  domains: readonly T[],
  department: string,
  scopes: Iterable<string>,
): T | null {
  const rows = new Map<string, number>();
  for (const scope of scopes) {
    const code = scope.split('-')[0] ?? '';
    rows.set(code, (rows.get(code) ?? 0) + 1);
  }
  const rank = ({ code, leadDepartment }: T): [number, number] => [
    Number(leadDepartment === department),
    rows.get(code) ?? 0,
  ];
  const own = domains.filter(({ code }) => rows.has(code));
  const [main = null] = own.sort((a, b) => rank(b)[0] - rank(a)[0] || rank(b)[1] - rank(a)[1]);
  return main;
}
