import fs from 'node:fs';

const CHECK_MS = 500;
const SHELLS = new Set(['sh', 'dash', 'bash', 'ash', 'busybox']);

/**
 * Watches the processes between `npm start` and this one. When npm is killed, the shell in between dies or
 * stays without passing anything on; the server would live on unseen and hold the port.
 *
 * @param onGone called once when one of them has gone
 */
export function watchLauncher(onGone: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  // A shell that replaced itself by this process leaves npm as the parent, and npm's own parent does not count.
  const viaShell = SHELLS.has(stat(parent)?.name ?? '');
  const npm = viaShell ? stat(parent)?.parent : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (!viaShell || stat(parent)?.parent === npm)) return;
    clearInterval(timer);
    onGone();
  }, CHECK_MS);
  timer.unref();
}

/** Name and parent of a process; only Linux tells. */
function stat(pid: number): { name: string; parent: string | undefined } | undefined {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    return { name: text.slice(text.indexOf('(') + 1, end), parent: text.slice(end + 2).split(' ')[1] };
  } catch {
    return undefined;
  }
}
