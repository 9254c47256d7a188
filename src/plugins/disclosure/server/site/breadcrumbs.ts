import type { Column } from '../reference-data/columns';

/** A column on the way to a page; `url` lists what stands in it. */
export type Breadcrumb = { code: string; name: string; url: string };

/** The columns from the top down to one; empty for a column that is not there. Pure. */
export function pathOf(columns: ReadonlyMap<string, Column>, code: string): Breadcrumb[] {
  const path: Breadcrumb[] = [];
  const seen = new Set<string>();
  for (let next = columns.get(code); next && !seen.has(next.code); next = columns.get(next.parent ?? '')) {
    seen.add(next.code);
    path.unshift({
      code: next.code,
      name: next.name,
      url: `/api/disclosure/publications?column=${encodeURIComponent(next.code)}`,
    });
  }
  return path;
}
