/** What stands in the status line. */
export type AutosaveState =
  | { kind: 'idle' }
  | { kind: 'kept'; at: string }
  | { kind: 'failed'; why: string; again: boolean };

export type Answer = { ok: true; at: string } | { ok: false; why: string; again: boolean };

type Autosaving<Form> = {
  /** keeps a form on the server; `again`: it may work later */
  send: (form: Form) => Promise<Answer>;
  onState: (state: AutosaveState) => void;
};

/** Milliseconds after the last letter; and while she goes on typing, after the first. */
export const PAUSE_MS = 3000;
export const LONGEST_MS = 15_000;
/** Milliseconds until the next try after a failure; twice as long each time, up to the last. */
export const RETRY_MS = 5000;
const LONGEST_RETRY_MS = 60_000;

/**
 * Keeps what is typed some seconds after the typing stops: one request at a time, the newest form last, and
 * again until it works.
 */
export function createAutosave<Form>({ send, onState }: Autosaving<Form>) {
  let pending: Form | null = null;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;
  /** how often it was stopped: what was sent before is not tried again after */
  let stops = 0;

  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(flush, milliseconds);
  };

  /** Sends what waits, now. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    running = running.then(async () => {
      if (pending === null) return;
      const form = pending;
      const asked = stops;
      pending = null;
      const answer = await send(form);
      if (asked !== stops) return;
      if (answer.ok) {
        failures = 0;
        onState({ kind: 'kept', at: answer.at });
        return;
      }
      onState({ kind: 'failed', why: answer.why, again: answer.again });
      pending ??= form;
      since = Date.now();
      if (answer.again) later(Math.min(RETRY_MS * 2 ** failures, LONGEST_RETRY_MS));
      failures += 1;
    });
    return running;
  }

  return {
    changed(form: Form): void {
      if (pending === null) since = Date.now();
      pending = form;
      later(Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - Date.now())));
    },
    flush,
    /** Forgets what waits; resolves when nothing is under way any more. What is typed later counts again. */
    async stop(): Promise<void> {
      stops += 1;
      clearTimeout(timer);
      pending = null;
      onState({ kind: 'idle' });
      await running;
    },
  };
}
