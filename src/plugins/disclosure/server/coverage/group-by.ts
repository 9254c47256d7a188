/** Looks entries up by a key: a list for each that occurs, an empty one for others (`Map.groupBy` needs Node 21). */
export function groupBy<T>(entries: readonly T[], keyOf: (entry: T) => string): (key: string) => T[] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return (key) => groups.get(key) ?? [];
}
