import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import { call } from '../integration/helpers/call';
import { testRun } from '../support/cluster';
import { pastGuards } from '../support/past-guards';
import { DEPARTMENTS, fillDesk, RECORDS } from './desk-data';
import { withProduct } from './product';
import { countStatements, describeStatements } from './statements';

const UID = 'plugin::social-assistance.record';
const MANAGER = `/content-manager/collection-types/${UID}`;
const ROUNDS = 60;
const FILES = 5;

type Who = { headers: Record<string, string> };
type Measured = { name: string; goal: number; act: () => Promise<unknown>; before?: () => Promise<void> };

/**
 * The desk on an archive of 100,000 records and 50 departments: pages and lists, a draft saved, a record
 * with five attachments published. The 95th percentile of each in milliseconds, and its statements.
 */
export const deskBench = (): Promise<boolean> =>
  withProduct(async (strapi, databaseUrl) => {
    await pastGuards(databaseUrl, (client) => fillDesk(strapi, client));
    await new Promise<void>((resolve) => {
      strapi.server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = strapi.server.httpServer.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    console.log(`${RECORDS} records, ${DEPARTMENTS} departments`);
    const results: boolean[] = [];
    for (const measured of await actsOf(url)) results.push(await measure(strapi, measured));
    return results.every(Boolean);
  });

async function measure(strapi: Core.Strapi, { name, goal, act, before }: Measured): Promise<boolean> {
  const times: number[] = [];
  for (let round = -5; round < ROUNDS; round += 1) {
    await before?.();
    const begin = performance.now();
    await act();
    if (round >= 0) times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  await before?.();
  const statements = describeStatements(await countStatements(strapi, act));
  const isMet = at(0.95) <= goal;
  console.log(
    `${name}: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms (goal ${goal}${isMet ? '' : ', MISSED'})\n  ${statements}`,
  );
  return isMet;
}

async function actsOf(url: string): Promise<Measured[]> {
  const signIn = async (account: string): Promise<Who> => {
    const body = { email: `${account}@example.test`, password: testRun().secrets.DEMO_PASSWORD };
    const answer = await call(`${url}/admin/login`, { method: 'POST', body });
    if (answer.status !== 200) throw new Error(answer.text);
    return { headers: { authorization: `Bearer ${answer.body.data.token}` } };
  };
  const editor = await signIn('civil-affairs-editor');
  const reviewer = await signIn('civil-affairs-reviewer');
  const office = await signIn('office-supervisor');
  const ask = async ({ headers }: Who, method: string, path: string, body?: unknown) => {
    const answer = await call(`${url}${path}`, { method, headers, body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const page = (who: Who, path: string) => () => ask(who, 'GET', path);
  const list = '?page=1&pageSize=20&sort=updatedAt:DESC';
  const files = await uploads(url, editor);
  let draft = await ask(editor, 'POST', MANAGER, valuesOf(files, 0));
  let written = 0;
  let approved = '';
  const verb = (who: Who, documentId: string, name: string) =>
    ask(who, 'POST', `/disclosure/desk/${UID}/${documentId}/${name}`, {});
  return [
    { name: 'workbench of a department', goal: 300, act: page(editor, '/disclosure/desk') },
    { name: 'what a department owes', goal: 300, act: page(editor, '/disclosure/owed') },
    { name: 'what a department published lately', goal: 300, act: page(editor, '/disclosure/recent') },
    { name: 'workbench of the office', goal: 300, act: page(office, '/disclosure/desk') },
    { name: 'how the departments stand', goal: 300, act: page(office, '/disclosure/departments') },
    { name: 'all that is overdue', goal: 300, act: page(office, '/disclosure/work?group=overdue&page=3') },
    { name: 'list of a department', goal: 300, act: page(editor, `${MANAGER}${list}`) },
    { name: 'list of the office', goal: 300, act: page(office, `${MANAGER}${list}`) },
    {
      name: 'a document’s side panel',
      goal: 300,
      act: () => ask(editor, 'GET', `/disclosure/desk/${UID}/${draft.data.documentId}`),
    },
    {
      name: 'saving a draft',
      goal: 200,
      act: async () => {
        written += 1;
        draft = await ask(editor, 'PUT', `${MANAGER}/${draft.data.documentId}`, {
          ...valuesOf(files, written),
          version: draft.data.version,
        });
      },
    },
    {
      name: `publishing a record with ${FILES} attachments`,
      goal: 300,
      before: async () => {
        written += 1;
        const made = await ask(editor, 'POST', MANAGER, valuesOf(files, written));
        approved = made.data.documentId;
        await verb(editor, approved, 'submit');
        await verb(reviewer, approved, 'approve');
      },
      act: () => verb(reviewer, approved, 'publish'),
    },
  ];
}

const valuesOf = (files: readonly number[], n: number) => ({
  title: `关于公布最低生活保障审批结果的公告(第${n}号)`,
  catalogueItem: 'D05-06',
  kind: 'document',
  formedOn: '2026-11-02',
  body: `<h2>一、基本情况</h2>${'<p>经本人申请、入户调查、民主评议、公示,现将审批结果予以公布。</p>'.repeat(40)}`,
  attachments: [...files],
});

/** Five files of the sizes that offices attach. */
async function uploads(url: string, { headers }: Who): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < FILES; n += 1) {
    const form = new FormData();
    form.set(
      'files',
      new Blob([`第${n}号附件\n${'附件正文。'.repeat(20_000)}`], { type: 'text/plain' }),
      `附件${n}.txt`,
    );
    const answer = await fetch(`${url}/upload`, { method: 'POST', headers, body: form });
    const body = (await answer.json()) as { id: number }[];
    if (!answer.ok || !body[0]) throw new Error(JSON.stringify(body));
    ids.push(body[0].id);
  }
  return ids;
}
