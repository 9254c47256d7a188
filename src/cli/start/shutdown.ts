type Step = { name: string; run: () => void | Promise<void> };

export type Shutdown = {
  /** Registers what must be undone at the end; the last registered step runs first. */
  onStop(name: string, run: Step['run']): void;
  /** Registers what happens at the first moment of a stop. */
  onBegin(run: () => void): void;
  readonly isStopping: boolean;
  /** Undoes everything in order and ends the process; further calls are ignored. */
  stop(exitCode: number): Promise<never>;
  /** Takes the signals again: `strapi.destroy()` removes every listener of the process. */
  listen(): void;
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The order in which a server ends: HTTP, Strapi, PostgreSQL, lock. A second Ctrl-C changes nothing, so it
 * cannot cut the first one short.
 *
 * @param say prints a line for the person at the terminal
 */
export function createShutdown(say: (line: string) => void): Shutdown {
  const steps: Step[] = [];
  const beginnings: (() => void)[] = [];
  let stopping: Promise<never> | undefined;

  const shutdown: Shutdown = {
    onStop: (name, run) => {
      // What an interrupted start still acquires is given back at once.
      if (stopping) void run();
      else steps.push({ name, run });
    },
    onBegin: (run) => {
      beginnings.push(run);
    },
    get isStopping() {
      return stopping !== undefined;
    },
    stop: (exitCode) => {
      stopping ??= runSteps(exitCode);
      return stopping;
    },
    listen: () => {
      for (const signal of SIGNALS) {
        process.removeListener(signal, onSignal);
        process.on(signal, onSignal);
      }
    },
  };
  return shutdown;

  function onSignal(): void {
    // npm passes Ctrl-C on although the terminal has already sent it to everyone.
    if (stopping) return;
    say('正在停止……');
    void shutdown.stop(0);
  }

  async function runSteps(exitCode: number): Promise<never> {
    let code = exitCode;
    for (const begin of beginnings) begin();
    for (const { name, run } of steps.reverse()) {
      try {
        await run();
      } catch (error) {
        say(`停止${name}时出错:${error instanceof Error ? error.message : String(error)}`);
        code ||= 1;
      }
    }
    if (code === 0) say('已停止。');
    process.exit(code);
  }
}
