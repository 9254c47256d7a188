import * as React from 'react';
import type { Choice } from '../act-fields';

type Row = { code: string; level1: string | null; level2: string | null };

/** The rows of the catalogue for which a department is responsible, as everybody may read them. */
export function useOwnRows(department: string): readonly Choice[] {
  const [rows, setRows] = React.useState<readonly Choice[]>([]);
  React.useEffect(() => {
    const load = async () => {
      const answer = await fetch(
        `/api/disclosure/catalogue-items?department=${encodeURIComponent(department)}`,
      );
      const { data } = (await answer.json()) as { data: Row[] };
      setRows(data.map(({ code, level1, level2 }) => ({ code, label: `${code} ${level2 ?? level1 ?? ''}` })));
    };
    load().catch(() => undefined);
  }, [department]);
  return rows;
}
