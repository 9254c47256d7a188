/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Values } from '../../src/plugins/disclosure/server/types';
import { makeDocx, makePdf } from '../support/office-files';
import { nativeModule } from './helpers/native';
import { makePerson, type Person, toldOf } from './helpers/notices';
import { signInPanel } from './helpers/people';
import {
  type Desk,
  DOCUMENT,
  deskOf,
  documentValues,
  GAZETTE,
  INTERPRETATION,
  interpretationValues,
  OFFICER,
} from './helpers/policies';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';
import { removeUploads, type Uploaded, upload } from './helpers/uploads';

/** The rest of the document library: gazette, officers, what expires, who is reminded, and what the demo shows. */
let product: Product;
let finance: Desk;
let office: Desk;
let colleague: Person;
const uploads: Uploaded[] = [];

beforeAll(async () => {
  product = await startProduct();
  finance = await deskOf(product, 'finance');
  office = await deskOf(product, 'district-office');
  colleague = await makePerson(product, 'policy-colleague', 'finance', ['editor']);
}, 300_000);
afterAll(async () => {
  removeUploads(product, uploads);
  await product.stop();
});

const detail = async (documentId: string) => (await read(product, `${PUBLICATIONS}/${documentId}`)).body.data;

describe('the gazette', () => {
  const attach = async (name: string, bytes: Buffer) => {
    const who = await signInPanel(product, 'district-office-editor@example.test', product.demoPassword);
    const file = await upload(product, who, name, bytes);
    uploads.push(file);
    return file.id;
  };
  const issue = (more: Values = {}): Values => ({
    title: '青云谱区人民政府公报2025年第2期',
    year: 2025,
    issueNo: 2,
    formedOn: '2025-06-30',
    items: [{ title: '区政府大事记', page: '30' }],
    ...more,
  });

  test('shows the issues of a year with their items in order, each linked to its document', async () => {
    const first = await finance.publish(DOCUMENT, documentValues({ title: '公报刊登的第一件' }));
    const second = await finance.publish(DOCUMENT, documentValues({ title: '公报刊登的第二件' }));
    const items = [
      { document: second, page: '1' },
      { document: first, page: '8' },
      { title: '区政府大事记', page: '30' },
    ];
    const pdf = await attach('公报.pdf', makePdf([['Gazette']]));
    const documentId = await office.publish(GAZETTE, issue({ items, attachments: [pdf] }));
    const { body } = await read(product, '/api/policy/gazette/2025');
    expect(body.data).toMatchObject({ year: 2025, years: [2026, 2025] });
    expect(body.data.issues).toEqual([
      {
        documentId,
        title: '青云谱区人民政府公报2025年第2期',
        url: `/api/disclosure/publications/${documentId}`,
        issueNo: 2,
        issuedOn: '2025-06-30',
        items: [
          {
            title: '公报刊登的第二件',
            page: '1',
            documentId: second,
            url: `/api/disclosure/publications/${second}`,
          },
          {
            title: '公报刊登的第一件',
            page: '8',
            documentId: first,
            url: `/api/disclosure/publications/${first}`,
          },
          { title: '区政府大事记', page: '30', documentId: null, url: null },
        ],
      },
    ]);
    const publication = await detail(documentId);
    expect(publication.attachments).toMatchObject([{ name: '公报.pdf', mime: 'application/pdf' }]);
    expect(publication.prints.map(({ documentId: id }: { documentId: string }) => id)).toEqual([
      second,
      first,
    ]);
    expect((await detail(first)).printedIn).toMatchObject([{ documentId }]);
  });

  test.each<[string, () => Promise<number[]>]>([
    ['no file', async () => []],
    [
      'two PDFs',
      async () => [await attach('甲.pdf', makePdf([['a']])), await attach('乙.pdf', makePdf([['b']]))],
    ],
    ['another kind of file', async () => [await attach('公报.docx', makeDocx([['公报']]))]],
  ])('is not published with %s', async (_what, files) => {
    const documentId = await office.approve(GAZETTE, issue({ issueNo: 3, attachments: await files() }));
    await expect(office.verb('publish', GAZETTE, documentId)).rejects.toMatchObject({
      code: 'INVALID_CONTENT',
      message: expect.stringContaining('PDF'),
    });
  });

  test.each<[string, Values, string]>([
    ['what was never public', { items: [{ document: 'no-such-document' }] }, 'INVALID_INPUT'],
    ['301 items', { items: Array.from({ length: 301 }, () => ({ title: '甲' })) }, 'INVALID_INPUT'],
    ['an item without a name', { items: [{ page: '1' }] }, 'INVALID_CONTENT'],
    ['the year 20', { year: 20 }, 'INVALID_CONTENT'],
    ['the number 0', { issueNo: 0 }, 'INVALID_CONTENT'],
  ])('of %s is refused', async (_what, more, code) => {
    await expect(office.approve(GAZETTE, issue(more))).rejects.toMatchObject({ code });
  });

  test.each(['abcd', '20260', '99', "2026'--"])('of the year %s is no query', async (year) => {
    const answer = await read(product, `/api/policy/gazette/${encodeURIComponent(year)}`);
    expect([answer.status, answer.code]).toEqual([400, 'INVALID_QUERY']);
  });

  test('of a year without issues is empty', async () => {
    expect((await read(product, '/api/policy/gazette/1999')).body.data.issues).toEqual([]);
  });
});

describe('the officers', () => {
  const officer = (more: Values = {}): Values => ({
    title: '李明',
    phone: '0791-88465678',
    topics: '减税降费\n普惠金融',
    formedOn: '2026-01-05',
    ...more,
  });

  test('are listed by department, with what they may be asked', async () => {
    const documentId = await finance.publish(OFFICER, officer());
    const { body } = await read(product, '/api/policy/officers');
    expect(body.data.find(({ code }: { code: string }) => code === 'finance')).toEqual({
      code: 'finance',
      name: '区财政局',
      officers: [{ documentId, name: '李明', phone: '0791-88465678', topics: ['减税降费', '普惠金融'] }],
    });
  });

  test.each(['13812345678', '办公室', '12'])('the phone %s is none of an office', async (phone) => {
    await expect(finance.approve(OFFICER, officer({ phone }))).rejects.toMatchObject({
      code: 'INVALID_CONTENT',
    });
  });
});

describe('what expires', () => {
  test('is listed with the day by which it is to be evaluated, unless it ends before', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { addMonths } = nativeModule<typeof import('../../src/plugins/policy/documents/expiry')>(
      'plugins/policy/documents/expiry',
    );
    const soon = await finance.publish(DOCUMENT, documentValues({ validUntil: addMonths(today, 3) }));
    const later = await finance.publish(DOCUMENT, documentValues({ validUntil: addMonths(today, 7) }));
    const repealed = await finance.publish(DOCUMENT, documentValues({ validUntil: addMonths(today, 2) }));
    await finance.publish(DOCUMENT, documentValues({ repeals: [repealed] }));
    const { body } = await read(product, '/api/policy/expiring');
    const found = body.data.filter(({ owner }: { owner: string }) => owner === 'finance');
    expect(found).toMatchObject([
      { documentId: soon, validUntil: addMonths(today, 3), evaluateBy: addMonths(addMonths(today, 3), -6) },
    ]);
    expect(found.some(({ documentId }: { documentId: string }) => documentId === later)).toBe(false);
  });
});

describe('reminders', () => {
  const { lookAtDueDates } = nativeModule<
    typeof import('../../src/plugins/notifications/server/due/look-at-due-dates')
  >('plugins/notifications/server/due/look-at-due-dates');
  const look = (now: string) => lookAtDueDates(product.strapi, new Date(now));

  test('come six months before the end, once, and go to the department alone', async () => {
    const documentId = await finance.publish(DOCUMENT, documentValues({ validUntil: '2033-09-12' }));
    const stranger = await makePerson(product, 'policy-stranger', 'health', ['editor']);
    // Friday 2033-03-11 is a day too early; Monday the 14th is not
    expect(await look('2033-03-11T02:00:00Z')).toBe(true);
    expect(await toldOf(product, colleague, documentId)).toEqual([]);
    expect(await look('2033-03-14T02:00:00Z')).toBe(true);
    expect(await look('2033-03-15T02:00:00Z')).toBe(true);
    expect(await toldOf(product, colleague, documentId)).toEqual(['evaluation']);
    expect(await toldOf(product, stranger, documentId)).toEqual([]);
  });

  test('come for an interpretation that has not followed, every working day once it is late, until it is there', async () => {
    const follow = { catalogueItem: 'L05-02', interpretationPlan: 'follow', interpretationReason: null };
    const documentId = await finance.publish(DOCUMENT, documentValues(follow));
    // Monday and Tuesday
    await look('2033-03-21T02:00:00Z');
    await look('2033-03-22T02:00:00Z');
    expect(await toldOf(product, colleague, documentId)).toEqual(['interpretation', 'interpretation']);
    await finance.publish(INTERPRETATION, interpretationValues(documentId));
    await look('2033-03-23T02:00:00Z');
    expect(await toldOf(product, colleague, documentId)).toHaveLength(2);
  });
});

describe('the demo', () => {
  test('shows a repealed document with its successor, which has two interpretations', async () => {
    const { body } = await read(
      product,
      `${PUBLICATIONS}?domain=policy&validity=${encodeURIComponent('废止')}`,
    );
    const { documentId } = body.data.find(({ title }: { title: string }) => title.includes('节能技术改造'));
    const repealed = await detail(documentId);
    expect(repealed.repealedBy).toHaveLength(1);
    const successor = await detail(repealed.repealedBy[0].documentId);
    expect(successor).toMatchObject({ validity: '有效' });
    expect(successor.interpretations).toHaveLength(2);
  });

  test('shows a changed document, a clean-up and an issue of the gazette', async () => {
    const { body } = await read(product, `${PUBLICATIONS}?domain=policy&limit=100`);
    const kinds = new Set(body.data.map(({ kind }: { kind: string }) => kind));
    expect([...kinds].sort()).toEqual([
      'cleanup-batch',
      'gazette-issue',
      'interpretation',
      'legal-text',
      'normative-document',
      'policy-officer',
    ]);
    expect(body.data.some(({ validity }: { validity: string }) => validity === '已修改')).toBe(true);
  });
});
