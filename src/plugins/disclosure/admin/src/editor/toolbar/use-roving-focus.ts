import * as React from 'react';

const STOPS = 'button:not(:disabled), [role="combobox"]:not([aria-disabled="true"])';

/** A toolbar after the WAI-ARIA pattern: one stop of the Tab key, the arrow keys go through its controls. */
export function useRovingFocus(toolbar: React.RefObject<HTMLElement>) {
  const current = React.useRef<HTMLElement | null>(null);
  const stops = () => [...(toolbar.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];

  // after every change: controls come, go and are switched off
  React.useEffect(() => {
    const all = stops();
    const kept = current.current && all.includes(current.current) ? current.current : all[0];
    for (const stop of all) stop.tabIndex = stop === kept ? 0 : -1;
    current.current = kept ?? null;
  });

  const moveTo = (stop: HTMLElement | undefined) => {
    if (!stop) return;
    if (current.current) current.current.tabIndex = -1;
    stop.tabIndex = 0;
    current.current = stop;
    stop.focus();
  };

  return {
    onFocus: ({ target }: React.FocusEvent) => {
      const stop = (target as HTMLElement).closest<HTMLElement>(STOPS);
      if (!stop || !toolbar.current?.contains(stop)) return;
      for (const other of stops()) other.tabIndex = other === stop ? 0 : -1;
      current.current = stop;
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (!toolbar.current?.contains(event.target as globalThis.Node)) return;
      const all = stops();
      const at = all.indexOf(current.current as HTMLElement);
      const to: Record<string, number> = {
        ArrowRight: (at + 1) % all.length,
        ArrowLeft: (at - 1 + all.length) % all.length,
        Home: 0,
        End: all.length - 1,
      };
      const next = to[event.key];
      if (next === undefined) return;
      event.preventDefault();
      moveTo(all[next]);
    },
  };
}
