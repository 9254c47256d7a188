/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { BODIES, EVIDENCE, maintain, PARTS } from './helpers/catalogue';
import { type Credentials, makePanelUser, NOBODY, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { read } from './helpers/reads';
import { auditSince, expectRefusal, lastSeq } from './helpers/witness';

/** 梳理、简化: what the office may do with a row, who may not, and what stays of it. */
let product: Product;
let office: Credentials;
let administrator: Credentials;
const others: Record<string, Credentials> = {};

beforeAll(async () => {
  product = await startProduct();
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  office = await signIn('office-supervisor');
  administrator = await signInPanel(product, 'admin@example.test', product.adminPassword);
  await makePanelUser(product, 'nowhere@example.test', 'disclosure-department');
  others['an editor of a responsible department'] = await signIn('development-reform-editor');
  others['a reviewer of a responsible department'] = await signIn('development-reform-reviewer');
  others['an editor of another department'] = await signIn('civil-affairs-editor');
  others['a panel user without a department'] = await signIn('nowhere');
});
afterAll(() => product.stop());

const act = (code: string, name: string, body?: object) => maintain(product, office, code, name, body);
const rowOf = async (code: string) =>
  (await read(product, `/api/disclosure/catalogue-items/${code}`)).body.data;
const responsibleFor = async (code: string): Promise<string[]> =>
  (
    await product.query<{ department: string }>(
      'select department from disclosure_responsibilities where scope = $1 order by department',
      [code],
    )
  ).map(({ department }) => department);
const catalogue = async (): Promise<string> => {
  const [row] = await product.query<{ print: string }>(
    `select md5(concat((select string_agg(t::text, '|' order by t::text) from disclosure_catalogue_items t),
                       (select string_agg(t::text, '|' order by t::text) from disclosure_responsibilities t),
                       (select string_agg(t::text, '|' order by id) from catalogue_changes t),
                       (select string_agg(t::text, '|' order by t::text) from catalogue_lineage t))) as print`,
  );
  return String(row?.print);
};

/** An attempt that leaves catalogue and history as they were. */
async function expectNothing(attempt: () => Promise<unknown>): Promise<void> {
  const before = await catalogue();
  await attempt();
  expect(await catalogue()).toBe(before);
}

describe('only the office and the administrator maintain the catalogue', () => {
  const ACTS = Object.keys(BODIES);
  const WHO = [
    'an editor of a responsible department',
    'a reviewer of a responsible department',
    'an editor of another department',
    'a panel user without a department',
  ];

  describe.each(ACTS)('%s', (name) => {
    test.each(WHO)('is refused to %s, with an entry in the audit log', async (who) => {
      const code = who.includes('without') ? 'NO_ACTOR' : 'NOT_ALLOWED';
      await expectNothing(() =>
        expectRefusal(product.query, code, async () => {
          const answer = await maintain(product, others[who] as Credentials, 'D01-19', name, BODIES[name]);
          expect(answer).toMatchObject({ status: 403, code });
        }),
      );
    });

    test('is refused to whoever has not signed in, or only at the API', async () => {
      const api = await signInApi(product, 'office-supervisor@example.test', product.demoPassword);
      for (const who of [NOBODY, api]) {
        await expectNothing(async () => {
          expect((await maintain(product, who, 'D01-19', name, BODIES[name])).status).toBe(401);
        });
      }
    });

    test('is refused without a reason', async () => {
      for (const reason of [undefined, '', '  ']) {
        await expectNothing(async () => {
          const answer = await act('D01-19', name, { ...BODIES[name], reason });
          expect(answer).toMatchObject({ status: 400, code: 'REASON_REQUIRED' });
        });
      }
    });

    test('is refused for a row that does not exist, and with anything unknown in the body', async () => {
      await expectNothing(async () => {
        expect(await act('D01-99', name, BODIES[name])).toMatchObject({ status: 404, code: 'NOT_FOUND' });
        expect(await act('D01-19', name, { ...BODIES[name], force: true })).toMatchObject({
          status: 400,
          code: 'INVALID_INPUT',
        });
      });
    });
  });

  test('an act that does not exist is not found', async () => {
    expect((await act('D01-19', 'rename', {})).status).toBe(404);
  });
});

describe('confirm', () => {
  test('makes a row 已核实, with the published text in its history and in the audit log', async () => {
    expect(await rowOf('D01-07')).toMatchObject({ toBeConfirmed: true, history: [] });
    const seq = await lastSeq(product.query);
    const answer = await act('D01-07', 'confirm', { evidence: EVIDENCE, reason: '对照文本' });
    expect(answer).toMatchObject({ status: 200, body: { data: [{ code: 'D01-07', toBeConfirmed: false }] } });
    const row = await rowOf('D01-07');
    expect(row.history).toMatchObject([
      { act: 'confirm', actName: '核实', reason: '对照文本', evidence: EVIDENCE, changes: [] },
    ]);
    expect(JSON.stringify(row.history)).not.toContain('监督员');
    expect(await auditSince(product.query, seq)).toMatchObject([
      { verb: 'catalogue-confirm', outcome: 'done' },
    ]);
  });

  test.each([
    ['a row that is confirmed already', 'D01-04', { evidence: EVIDENCE }],
    ['no published text', 'D01-09', {}],
    ['a text that nobody could look up', 'D01-09', { evidence: { title: '某文件' } }],
    ['an address that is none', 'D01-09', { evidence: { title: '某文件', url: 'javascript:alert(1)' } }],
  ])('is refused with %s', async (_what, code, body) => {
    await expectNothing(async () => {
      expect(await act(code, 'confirm', body)).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    });
  });
});

describe('correct', () => {
  test('changes texts and time limits, and the history tells what stood there before', async () => {
    const rules = [{ kind: 'periodic', every: 1, unit: 'quarter' }];
    const values = { timeLimit: '每季度公开', timeLimitRules: rules, publisher: '区水利部门' };
    expect((await maintain(product, administrator, 'D01-18', 'correct', { values })).status).toBe(200);
    const row = await rowOf('D01-18');
    expect(row).toMatchObject({ timeLimit: '每季度公开', publisher: '区水利部门' });
    expect(row.history[0].changes.map(({ field }: { field: string }) => field).sort()).toEqual([
      'publisher',
      'timeLimit',
      'timeLimitRules',
    ]);
    expect(row.history[0].changes).toContainEqual({
      field: 'timeLimit',
      label: '公开时限',
      before: expect.stringContaining('20'),
      after: '每季度公开',
    });
  });

  test.each([
    ['nothing', {}],
    ['what stands there already', { level2: '节能审查' }],
    ['an unknown field', { colour: 'red' }],
    ['the code', { code: 'D01-77' }],
    ['an empty title', { level1: '' }],
    ['a NUL', { publisher: 'a\u0000b' }],
    ['a rule of an unknown kind', { timeLimitRules: [{ kind: 'soon' }] }],
    ['a rule without its days', { timeLimitRules: [{ kind: 'working_days', from: 'formation' }] }],
    ['half a day', { timeLimitRules: [{ kind: 'working_days', days: 1.5, from: 'formation' }] }],
    ['a cycle without its unit', { timeLimitRules: [{ kind: 'periodic', every: 1 }] }],
    ['rules that are no list', { timeLimitRules: { kind: 'annual' } }],
  ])('is refused with %s, in Chinese', async (_what, values) => {
    await expectNothing(async () => {
      const answer = await act('D01-09', 'correct', { values });
      expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
      expect(answer.body.error.message).toMatch(/[\u4e00-\u9fff]/);
    });
  });
});

describe('split', () => {
  test('makes new rows with the next free codes, the texts of the old one and its departments', async () => {
    const before = await rowOf('D01-05');
    const answer = await act('D01-05', 'split', PARTS);
    expect(answer.body.data.map(({ code }: { code: string }) => code)).toEqual([
      'D01-05',
      'D01-27',
      'D01-28',
    ]);
    const old = await rowOf('D01-05');
    expect(old).toMatchObject({ status: 'split', departments: [], until: expect.any(String) });
    expect(old.successors.map(({ code }: { code: string }) => code)).toEqual(['D01-27', 'D01-28']);
    expect(await rowOf('D01-27')).toMatchObject({
      level2: '甲类',
      timeLimit: before.timeLimit,
      departments: before.departments,
      status: 'in-force',
      toBeConfirmed: true,
      since: old.until,
      predecessors: [{ code: 'D01-05', status: 'split' }],
      history: [{ act: 'split', predecessors: ['D01-05'] }],
    });
    expect(await responsibleFor('D01-28')).toEqual([...before.departments].sort());
  });

  test('of a row that came from a split: codes go on, and the old row leads to the newest', async () => {
    await act('D01-28', 'split', PARTS);
    expect((await rowOf('D01-05')).inForce.map(({ code }: { code: string }) => code)).toEqual([
      'D01-27',
      'D01-29',
      'D01-30',
    ]);
  });

  test.each([
    ['one part', { rows: [{ level2: '甲类' }] }],
    ['a part without a name', { rows: [{ level2: '甲类' }, {}] }],
    ['a code of its own', { rows: [{ level2: '甲类' }, { level2: '乙类', code: 'D01-50' }] }],
    ['thousands of parts', { rows: Array.from({ length: 2000 }, () => ({ level2: '甲类' })) }],
  ])('is refused with %s', async (_what, body) => {
    await expectNothing(async () => {
      expect(await act('D01-06', 'split', body)).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    });
  });
});

describe('merge', () => {
  test('takes other rows in: their departments become the row’s own', async () => {
    const departments = [...(await responsibleFor('D01-10')), ...(await responsibleFor('D01-12'))];
    const answer = await act('D01-10', 'merge', { rows: ['D01-12'], values: { level2: '选址和环评' } });
    expect(answer.status).toBe(200);
    expect(await rowOf('D01-10')).toMatchObject({
      level2: '选址和环评',
      status: 'in-force',
      predecessors: [{ code: 'D01-12', status: 'merged' }],
      history: [{ act: 'merge', predecessors: ['D01-12'], changes: [{ field: 'level2' }] }],
    });
    expect(await responsibleFor('D01-10')).toEqual([...new Set(departments)].sort());
    expect(await responsibleFor('D01-12')).toEqual([]);
    expect(await rowOf('D01-12')).toMatchObject({
      status: 'merged',
      successors: [{ code: 'D01-10' }],
      history: [{ act: 'merge', successors: ['D01-10'] }],
    });
  });

  test('of a merged row: the chain leads to the row in force', async () => {
    expect((await act('D01-11', 'merge', { rows: ['D01-10', 'D01-10'] })).status).toBe(200);
    expect((await rowOf('D01-12')).inForce).toMatchObject([{ code: 'D01-11', status: 'in-force' }]);
    const lineage = await product.query(
      "select member from catalogue_lineage where code = 'D01-11' order by member",
    );
    expect(lineage).toEqual([{ member: 'D01-10' }, { member: 'D01-12' }]);
  });

  test.each([
    ['into itself', 'D01-11', ['D01-11']],
    ['in a circle', 'D01-11', ['D01-12']],
    ['into a row that is not in force', 'D01-12', ['D01-11']],
    ['of a split row', 'D01-11', ['D01-05']],
    ['of no row', 'D01-11', []],
    ['of something that is no code', 'D01-11', ["D01-13' or true"]],
  ])('is refused %s', async (_what, code, rows) => {
    await expectNothing(async () => {
      expect(await act(code, 'merge', { rows })).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    });
  });

  test('of a row of another domain is refused', async () => {
    await expectNothing(async () => {
      expect((await act('D01-11', 'merge', { rows: ['D02-01'] })).status).toBe(404);
    });
  });

  test('two at the same moment end in one order: never in a circle, never half', async () => {
    const answers = await Promise.all([
      act('D01-13', 'merge', { rows: ['D01-14'] }),
      act('D01-14', 'merge', { rows: ['D01-13'] }),
      act('D01-15', 'merge', { rows: ['D01-13'] }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200).length).toBeGreaterThan(0);
    for (const { status } of answers) expect([200, 400]).toContain(status);
    for (const code of ['D01-13', 'D01-14', 'D01-15']) {
      const row = await rowOf(code);
      const leadsTo =
        row.status === 'in-force' ? [code] : row.inForce.map((one: { code: string }) => one.code);
      expect(leadsTo).toHaveLength(1);
      expect(leadsTo[0]).not.toBe(row.status === 'in-force' ? '' : code);
    }
  });

  test('many splits at the same moment never give a code twice', async () => {
    const codes = ['D01-20', 'D01-22', 'D01-24'];
    const answers = await Promise.all(codes.map((code) => act(code, 'split', PARTS)));
    const made = answers.flatMap(({ body }) => body.data.slice(1).map(({ code }: { code: string }) => code));
    expect(made).toHaveLength(6);
    expect(new Set(made).size).toBe(6);
  });
});

describe('retire', () => {
  test('ends a row: out of the lists of rows in force, but it answers', async () => {
    expect((await act('D01-03', 'retire')).status).toBe(200);
    const list = async (query: string) =>
      (
        await read(product, `/api/disclosure/catalogue-items?domain=major-construction-projects${query}`)
      ).body.data.map(({ code }: { code: string }) => code);
    expect(await list('')).not.toContain('D01-03');
    expect(await list('&status=in-force')).not.toContain('D01-03');
    expect(await list('&status=all')).toContain('D01-03');
    expect(await rowOf('D01-03')).toMatchObject({ status: 'retired', successors: [], inForce: [] });
    const domain = await read(product, '/api/disclosure/domains/major-construction-projects');
    expect(domain.body.data.items.map(({ code }: { code: string }) => code)).toEqual(await list(''));
    expect(domain.body.data.catalogueItems).toBe((await list('')).length);
  });

  test.each(['confirm', 'correct', 'split', 'merge', 'retire'])(
    'and nothing more can be done with it: %s',
    async (name) => {
      await expectNothing(async () => {
        const answer = await act('D01-03', name, BODIES[name]);
        expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
        expect(answer.body.error.message).toContain('已停用');
      });
    },
  );
});

describe('what the database itself keeps', () => {
  test.each([
    "update catalogue_changes set reason = 'x'",
    'delete from catalogue_changes',
    'truncate catalogue_changes',
    'delete from catalogue_lineage',
    "update catalogue_lineage set code = 'D01-01'",
  ])('%s is refused', async (statement) => {
    await expect(product.query(statement)).rejects.toMatchObject({ code: 'DG001' });
  });

  test('an act that fails at its end leaves nothing', async () => {
    await product.query(
      `create function fail_act() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
       create trigger fail_act before insert on audit_entries for each row when (new.outcome = 'done') execute function fail_act()`,
    );
    try {
      await expectNothing(async () => {
        expect((await act('D01-06', 'split', PARTS)).status).toBe(500);
        expect((await act('D01-06', 'merge', { rows: ['D01-09'] })).status).toBe(500);
      });
    } finally {
      await product.query('drop trigger fail_act on audit_entries; drop function fail_act()');
    }
  });
});

describe('the content manager does not bypass history', () => {
  const MANAGER = '/content-manager/collection-types/plugin::disclosure.catalogue-item';
  const send = (method: string, path: string, body?: unknown, who: Credentials = office) =>
    call(`${product.url}${MANAGER}${path}`, { method, headers: who.headers, body });
  const idOf = async (code: string): Promise<string> => {
    const [row] = await product.query<{ document_id: string }>(
      'select document_id from disclosure_catalogue_items where code = $1',
      [code],
    );
    return String(row?.document_id);
  };

  test('a text changed there is in the history', async () => {
    expect((await send('PUT', `/${await idOf('D01-16')}`, { publisher: '区住建部门' })).status).toBe(200);
    expect((await rowOf('D01-16')).history).toMatchObject([
      { act: 'correct', changes: [{ field: 'publisher', after: '区住建部门' }] },
    ]);
  });

  test.each([
    ['the code', { code: 'D01-66' }],
    ['the domain', { domain: 'other' }],
    ['the standing', { rowStatus: 'retired' }],
    ['the successors', { successors: ['D01-01'] }],
    ['a confirmation without evidence', { provenance: 'published' }],
    ['a time limit that is none', { timeLimitRules: [{ kind: 'soon' }] }],
    ['a list that is none', { contentElements: 'words' }],
  ])('%s is refused there', async (_what, values) => {
    const id = await idOf('D01-26');
    await expectNothing(async () => {
      expect((await send('PUT', `/${id}`, values)).status).toBe(400);
    });
  });

  test('a row that is not in force is not corrected there', async () => {
    const id = await idOf('D01-03');
    await expectNothing(async () => {
      expect((await send('PUT', `/${id}`, { publisher: 'x' })).status).toBe(400);
    });
  });

  test('a new row is in the history; a code is given once for ever', async () => {
    const values = {
      code: 'D01-60',
      domain: 'major-construction-projects',
      seq: 60,
      level1: '地方增加',
      level2: '其他',
    };
    expect((await send('POST', '', values)).status).toBe(201);
    expect(await rowOf('D01-60')).toMatchObject({ status: 'in-force', history: [{ act: 'add' }] });
    expect((await send('DELETE', `/${await idOf('D01-60')}`)).status).toBe(200);
    await expectNothing(async () => {
      expect(await send('POST', '', values)).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
      for (const code of ['D02-01', 'D01-1', 'x']) {
        expect((await send('POST', '', { ...values, code })).status).toBe(400);
      }
    });
    const answer = await act('D01-25', 'split', PARTS);
    expect(answer.body.data.slice(1).map(({ code }: { code: string }) => code)).toEqual(['D01-61', 'D01-62']);
  });

  test('a row with publications, with predecessors or out of force is not deleted', async () => {
    const [used] = await product.query<{ code: string }>(
      `select catalogue_item as code from publications p join disclosure_catalogue_items c on c.code = p.catalogue_item
        where coalesce(c.row_status, 'in-force') = 'in-force' limit 1`,
    );
    for (const code of [String(used?.code), 'D01-11', 'D01-12']) {
      const id = await idOf(code);
      await expectNothing(async () => {
        expect(await send('DELETE', `/${id}`)).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
        expect((await send('POST', '/actions/bulkDelete', { documentIds: [id] })).status).toBe(400);
      });
    }
  });

  test('a row is not copied, by whichever endpoint', async () => {
    const id = await idOf('D01-26');
    await expectNothing(async () => {
      for (const path of [`/clone/${id}`, `/auto-clone/${id}`]) {
        expect((await send('POST', path, { code: 'D01-70' })).status).toBeGreaterThanOrEqual(400);
      }
    });
  });

  test('a department changes nothing there', async () => {
    const id = await idOf('D01-26');
    await expectNothing(async () => {
      const who = others['an editor of a responsible department'];
      expect((await send('PUT', `/${id}`, { publisher: 'x' }, who)).status).toBe(403);
      expect((await send('DELETE', `/${id}`, undefined, who)).status).toBe(403);
    });
  });
});
