import fs from 'node:fs';
import { StartFailure } from './failure';

/** A process that is not stopping gets this long: the one that started it may just have been killed. */
const GRACE_MS = 2_500;
/** A process that says it is stopping gets this long. */
const STOPPING_MS = 60_000;

type Holder = { pid: number; startedAt: string; stopping: boolean };

export type Lock = {
  /** Tells a start that waits that this process is on its way out. */
  markStopping(): void;
  release(): void;
};

/**
 * Takes a lock that one process holds at a time. A lock whose process is gone (`kill -9`, power failure) is
 * taken over; the start time of the process tells it from a later one with the same number.
 *
 * @param sentence the refusal for a lock that is held, given the holder's process number
 * @param waitMs how long to wait for a holder that is not stopping
 * @throws StartFailure with that sentence
 */
export async function acquireLock(
  file: string,
  sentence: (pid: number) => string,
  waitMs = GRACE_MS,
): Promise<Lock> {
  const own: Holder = { pid: process.pid, startedAt: startTime(process.pid) ?? '', stopping: false };
  const begin = Date.now();
  while (!tryTake(file, own)) {
    const holder = read(file);
    if (!holder || !isHeld(holder)) {
      removeStale(file, holder);
      continue;
    }
    if (Date.now() - begin > (holder.stopping ? STOPPING_MS : waitMs))
      throw new StartFailure(sentence(holder.pid));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    markStopping: () => write(file, { ...own, stopping: true }),
    release: () => fs.rmSync(file, { force: true }),
  };
}

function tryTake(file: string, own: Holder): boolean {
  const draft = `${file}.${own.pid}`;
  write(draft, own);
  try {
    // Unlike a write with the flag `wx`, a link appears with its content.
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Removes the stale lock that was read, and no lock that another start has put there since. */
function removeStale(file: string, seen: Holder | undefined): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = read(aside);
  if (moved && moved.pid !== seen?.pid && isHeld(moved)) fs.renameSync(aside, file);
  else fs.rmSync(aside, { force: true });
}

function isHeld({ pid, startedAt }: Holder): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startTime(pid);
  return started === undefined || started === startedAt;
}

/** When a process began, in clock ticks after boot, where the system tells (Linux); a zombie began never. */
function startTime(pid: number): string | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'never' : fields[19];
  } catch {
    return undefined;
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function write(file: string, holder: Holder): void {
  const draft = `${file}.draft-${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(holder), { mode: 0o644 });
  fs.renameSync(draft, file);
}
