import fs from 'node:fs';
import type { TestServer } from '../support';
import { type Asked, load } from './load';
import type { Tell } from './read';

const FIRST = 10_000;
const ALL = Number(process.env.BENCH_REQUESTS ?? 1_000_000);
const MOST_GROWTH = 1.2;

/** What the server occupies after a million mixed requests, beside ten thousand: lists, details, searches in words, misses. */
export async function memoryOf({ url, pid }: TestServer, total: number, tell: Tell): Promise<void> {
  const asked: Asked[] = Array.from({ length: 2_000 }, (_v, n) => mixed(n, total));
  await load(url, asked, { amount: FIRST });
  const before = residentMegabytes(pid);
  const begun = Date.now();
  await load(url, asked, { amount: ALL - FIRST });
  const after = residentMegabytes(pid);
  const perSecond = Math.round((ALL - FIRST) / ((Date.now() - begun) / 1000));
  tell(
    '内存(RSS),1万次和100万次混合请求之后',
    `${before} MB、${after} MB(${perSecond}/s)`,
    `不增长(≤ ${MOST_GROWTH} 倍)`,
    after <= before * MOST_GROWTH,
  );
}

/** One in fifty goes past the cache. */
function mixed(n: number, total: number): Asked {
  const headers: Record<string, string> = n % 50 === 0 ? { cookie: `visitor=${n}` } : {};
  const document = 1 + ((n * 7919) % total);
  if (n % 4 === 0)
    return { path: `/api/disclosure/publications?limit=${10 + (n % 40)}&domain=health`, headers };
  if (n % 4 === 1) return { path: `/api/disclosure/publications/bench-${document}/editions`, headers };
  if (n % 40 === 2) return { path: '/api/disclosure/domains', headers: {} };
  return { path: `/api/disclosure/publications/bench-${document}`, headers };
}

function residentMegabytes(pid: number): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
