import * as React from 'react';
import { type IdleState, idleState } from './idle';

/** All tabs of a browser are one person's work. */
const SHARED = 'accounts.lastActivity';
const EVENTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
/** Milliseconds between two looks at the clock, and between two messages to the server. */
const LOOK_MS = 1_000;
const TELL_MS = 60_000;

const lastActivity = (): number => Number(localStorage.getItem(SHARED) ?? 0);

/**
 * Watches whether somebody is at work in any tab.
 *
 * @param limitMs milliseconds after which the server ends the session; null while it is not known
 * @param tell tells the server that somebody is at work
 */
export function useIdle(limitMs: number | null, tell: () => void): { state: IdleState; work: () => void } {
  const [state, setState] = React.useState<IdleState>({ kind: 'active' });
  const told = React.useRef(Date.now());
  const work = React.useCallback(() => localStorage.setItem(SHARED, String(Date.now())), []);

  React.useEffect(() => {
    work();
    for (const name of EVENTS) window.addEventListener(name, work, { passive: true, capture: true });
    return () => {
      for (const name of EVENTS) window.removeEventListener(name, work, { capture: true });
    };
  }, []);

  React.useEffect(() => {
    if (limitMs === null) return undefined;
    const look = () => {
      const last = lastActivity();
      if (last > told.current && Date.now() - told.current >= TELL_MS) {
        told.current = Date.now();
        tell();
      }
      const next = idleState(Date.now() - last, limitMs);
      // a page that is at work is not drawn anew each second
      setState((before) => (before.kind === 'active' && next.kind === 'active' ? before : next));
    };
    const timer = window.setInterval(look, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [limitMs, tell]);

  return { state, work };
}
