import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../database/embedded/server';
import { load, median } from './load';
import type { Tell } from './read';

const GOAL = 0.85;
const ROUNDS = 5;

/** Kept answers beside a bare Koa that sends the same bytes, in turns, so that both meet the same machine. */
export async function againstKoa(
  url: string,
  asked: readonly (readonly [string, string])[],
  tell: Tell,
): Promise<void> {
  for (const [what, address] of asked) {
    const answer = await fetch(`${url}${address}`, { headers: { 'accept-encoding': 'identity' } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const koa = await startKoa(bytes, String(answer.headers.get('content-type')));
    try {
      const ratios: number[] = [];
      const speeds: number[] = [];
      for (let round = -1; round < ROUNDS; round++) {
        const bare = await load(koa.url, [{ path: '/' }], { seconds: 3 });
        const ours = await load(url, [{ path: address }], { seconds: 3 });
        if (round < 0) continue;
        ratios.push(ours.perSecond / bare.perSecond);
        speeds.push(ours.perSecond);
      }
      const ratio = median(ratios);
      tell(
        `${what}(${bytes.length}字节),对只发同样字节的 Koa`,
        `${Math.round(median(speeds))}/s,${ratio.toFixed(2)} 倍`,
        `≥ ${GOAL} 倍`,
        ratio >= GOAL,
      );
    } finally {
      koa.stop();
    }
  }
}

async function startKoa(bytes: Buffer, type: string): Promise<{ url: string; stop: () => void }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bare-koa-'));
  const file = path.join(folder, 'bytes');
  fs.writeFileSync(file, bytes);
  const port = await freePort();
  const child: ChildProcess = fork(path.join(__dirname, 'bare-koa.cjs'), [String(port), file, type], {
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error('bare Koa has ended')));
  });
  fs.rmSync(folder, { recursive: true, force: true });
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}
