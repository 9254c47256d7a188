import type { Member, Values, VerbName } from '../../src/plugins/disclosure/server/types';
import { engine } from '../integration/helpers/native';
import { withProduct } from './product';
import { countStatements } from './statements';

const RECORD = 'plugin::major-construction-projects.record';
export async function importBench(): Promise<boolean> {
  return withProduct(async (strapi) => {
    const { perform } =
      engine<typeof import('../../src/plugins/disclosure/server/gate/perform')>('gate/perform');
    const { runAs, runInsideGate } =
      engine<typeof import('../../src/plugins/disclosure/server/gate/storage')>('gate/storage');
    const { toMember } =
      engine<typeof import('../../src/plugins/disclosure/server/gate/actor')>('gate/actor');
    const member = async (account: string): Promise<Member> => {
      const m = await strapi.db
        .query('plugin::disclosure.membership')
        .findOne({ where: { apiUser: { email: `${account}@example.test` } } });
      return (await toMember(strapi, m, 'job')) as Member;
    };
    const editor = await member('housing-construction-editor');
    const reviewer = await member('housing-construction-reviewer');
    const { document_id: project } = await strapi.db
      .connection('publications')
      .where({ kind: 'project', state: 'live' })
      .first('document_id');
    let n = 0;
    const values = (): Values => ({
      title: `竣工验收备案表 ${++n}`,
      project,
      item: 'MP8-03',
      kind: 'document',
      formedOn: '2026-11-02',
      body: `<p>${'竣工验收备案材料。'.repeat(50)}</p>`,
    });
    const gate = async (profile?: (verb: string, work: () => Promise<unknown>) => Promise<unknown>) => {
      const run = profile ?? ((_: string, w: () => Promise<unknown>) => w());
      let documentId: string | undefined;
      for (const [verb, who] of [
        ['create', editor],
        ['submit', editor],
        ['approve', reviewer],
        ['publish', reviewer],
      ] as [VerbName, Member][]) {
        await run(verb, async () => {
          const r = await runAs(who, () =>
            perform(strapi, {
              uid: RECORD as never,
              verb,
              documentId,
              data: verb === 'create' ? values() : undefined,
            }),
          );
          documentId = r.documentId;
        });
      }
    };
    const bare = async () => {
      await runInsideGate(async () => {
        const d = (await strapi.documents(RECORD as never).create({
          data: {
            ...values(),
            owner: 'housing-construction',
            state: 'published',
            version: 1,
            catalogueItem: 'D01-25',
            informationClass: 'completion',
            contributors: [],
          },
        } as never)) as { documentId: string };
        await strapi.documents(RECORD as never).publish({ documentId: d.documentId } as never);
      });
    };
    const time = async (label: string, work: () => Promise<unknown>, count: number) => {
      const t = performance.now();
      for (let i = 0; i < count; i++) await work();
      const ms = (performance.now() - t) / count;
      console.log(label, ms.toFixed(2), 'ms', (1000 / ms).toFixed(1), '/s');
      return ms;
    };
    const { collectionName } = strapi.contentType(RECORD as never) as unknown as { collectionName: string };
    for (let i = 0; i < 20; i++) await gate();
    for (let round = 0; round < 3; round++) {
      const g = await time('gate', () => gate(), 50);
      const gb = await time('gate, one transaction a row', () => strapi.db.transaction(() => gate()), 50);
      const gc =
        (await time(
          'gate, 50 rows a transaction',
          () =>
            strapi.db.transaction(async () => {
              for (let i = 0; i < 50; i++) await gate();
            }),
          1,
        )) / 50;
      await strapi.db.connection.raw(`alter table ${collectionName} disable trigger user`);
      const b = await time('bare', bare, 50);
      const bc =
        (await time(
          'bare, 50 rows a transaction',
          () =>
            strapi.db.transaction(async () => {
              for (let i = 0; i < 50; i++) await bare();
            }),
          1,
        )) / 50;
      await strapi.db.connection.raw(`alter table ${collectionName} enable trigger user`);
      console.log(
        'ratio',
        (b / g).toFixed(2),
        'row tx',
        (b / gb).toFixed(2),
        'batched/bare',
        (b / gc).toFixed(2),
        'batched both',
        (bc / gc).toFixed(2),
      );
    }
    await gate(async (verb, work) => {
      const t = performance.now();
      const found = await countStatements(strapi, work);
      const ms = performance.now() - t;
      const total = [...found.values()].reduce((s, { count }) => s + count, 0);
      console.log(verb, ms.toFixed(1), 'ms', total, 'statements');
      for (const [name, { count, ms }] of [...found].sort((a, b) => b[1].ms - a[1].ms))
        console.log('   ', count, ms.toFixed(2), name);
    });
    await strapi.db.connection.raw(`alter table ${collectionName} disable trigger user`);
    const found = await countStatements(strapi, bare);
    console.log(
      'bare',
      [...found.values()].reduce((s, { count }) => s + count, 0),
      [...found].map(([n, { count }]) => `${count} ${n}`).join('; '),
    );
    return true;
  });
}
