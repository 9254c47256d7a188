import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import { act, documentsOf } from '../integration/helpers/documents';
import type { Product } from '../integration/helpers/product';
import { median } from './load';
import type { Setting } from './read';

const PUBLISHED = 100;
const READERS = 8;
const DOMAIN = 'major-construction-projects';
const LIST = `/api/disclosure/publications?domain=${DOMAIN}&limit=20`;
const AT_ONCE = 200;
const GOAL_MS = 1_000;

let ownUrl: string | null = null;

/** This process is an instance too: the one that publishes. */
async function listen(strapi: Core.Strapi): Promise<string> {
  if (ownUrl) return ownUrl;
  await new Promise<void>((resolve) => {
    strapi.server.listen(0, '127.0.0.1', resolve);
  });
  ownUrl = `http://127.0.0.1:${(strapi.server.httpServer.address() as AddressInfo).port}`;
  return ownUrl;
}

/** One connection, kept: what it reads may never become older. */
class Reader {
  newest = -1;
  olderAfterNewer = 0;
  answers = 0;
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  private isOver = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly saw: (reader: Reader, number: number) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
    this.agent.destroy();
  }

  private async run(): Promise<void> {
    while (!this.isOver) {
      const text = await this.ask();
      this.answers += 1;
      const numbers = [...text.matchAll(/发布测试第(\d+)号/g)].map(([, number]) => Number(number));
      const newest = Math.max(-1, ...numbers);
      if (newest < this.newest) this.olderAfterNewer += 1;
      if (newest > this.newest) {
        this.newest = newest;
        this.saw(this, newest);
      }
    }
  }

  private ask = () =>
    new Promise<string>((resolve, reject) => {
      const request = http.get(`${this.url}${LIST}`, { agent: this.agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
      });
      request.on('error', reject);
    });
}

/** From the verb to the last of sixteen connections on two instances that has read it, a hundred times. */
export async function becomesVisible({ strapi, server, query, tell }: Setting): Promise<void> {
  const own = await listen(strapi);
  const documents = await documentsOf({ strapi, query } as Product);
  const ids: string[] = [];
  for (let n = 0; n < PUBLISHED; n++)
    ids.push(await documents.make('approved', { title: `发布测试第${n}号` }));
  const seen = new Map<number, number>();
  let arrived = (): void => undefined;
  const saw = (_reader: Reader, number: number) => {
    seen.set(number, (seen.get(number) ?? 0) + 1);
    arrived();
  };
  const readers = [own, server.url].flatMap((url) =>
    Array.from({ length: READERS }, () => new Reader(url, saw)),
  );
  for (const reader of readers) reader.start();
  const times: number[] = [];
  for (const [n, documentId] of ids.entries()) {
    const begun = performance.now();
    const everywhere = new Promise<void>((resolve) => {
      arrived = () => {
        if (seen.get(n) === readers.length) resolve();
      };
    });
    await act(strapi, documents.reviewer, { verb: 'publish', documentId });
    await Promise.race([everywhere, new Promise((resolve) => setTimeout(resolve, 10_000))]);
    times.push(performance.now() - begun);
  }
  for (const reader of readers) await reader.stop();
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  tell(
    '从发布到两个实例的16个连接都读到',
    `中位 ${median(times).toFixed(0)} ms,p99 ${p99.toFixed(0)} ms`,
    'p99 ≤ 1 s',
    p99 <= GOAL_MS,
  );
  const older = readers.reduce((sum, reader) => sum + reader.olderAfterNewer, 0);
  const answers = readers.reduce((sum, reader) => sum + reader.answers, 0);
  tell('读到新的之后又读到旧的', `${older} 次(${answers} 次读取)`, '0 次', older === 0);
}

/** Two hundred who ask for the same at once, after it was invalidated. */
export async function oneQuery({ strapi, query, tell }: Setting): Promise<void> {
  const own = await listen(strapi);
  await (await fetch(`${own}${LIST}`)).text();
  await query("select pg_notify('disclosure_cache', $1)", [`domain:${DOMAIN}`]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  let asked = 0;
  const hear = ({ sql: text }: { sql: string }) => {
    if (/from "publications" where/.test(text)) asked += 1;
  };
  strapi.db.connection.on('query', hear);
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, async () => (await fetch(`${own}${LIST}`)).status),
  );
  strapi.db.connection.removeListener('query', hear);
  const isMet = asked === 1 && answers.every((status) => status === 200);
  tell(`失效后同时来${AT_ONCE}个请求`, `${asked} 次查询`, '1 次查询', isMet);
}
