import * as React from 'react';

const listeners = new Set<() => unknown>();

/** Tells that the open form has nothing more to keep: it was saved, or its document deleted, by whichever button. */
export function announceSettledForm(): void {
  for (const listener of listeners) listener();
}

/** Calls back whenever the open form is settled. */
export function useSettledForm(listener: () => unknown): void {
  const latest = React.useRef(listener);
  latest.current = listener;
  React.useEffect(() => {
    const call = () => latest.current();
    listeners.add(call);
    return () => void listeners.delete(call);
  }, []);
}
