import * as React from 'react';
import type { Choice } from './act-fields';

/** The departments in force, as everybody may read them. */
export function useDepartments(): readonly Choice[] {
  const [departments, setDepartments] = React.useState<readonly Choice[]>([]);
  React.useEffect(() => {
    const load = async () => {
      const answer = await fetch('/api/disclosure/departments');
      const { data } = (await answer.json()) as { data: { code: string; name: string }[] };
      setDepartments(data.map(({ code, name }) => ({ code, label: name })));
    };
    load().catch(() => undefined);
  }, []);
  return departments;
}
