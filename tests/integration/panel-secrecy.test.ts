/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { type Documents, documentsOf, RECORD } from './helpers/documents';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { registeredRoutes } from './helpers/routes';
import { removeUploads, type Uploaded, upload } from './helpers/uploads';

/**
 * Nothing that the panel reads tells a department a word of another department's draft: every GET route
 * of the panel is asked, with the questions that relation pickers, the media library and the search ask.
 * The asking department works with the same type itself.
 */
const MARKER = '尚未公开的草稿标记';
/** What no question contains, so that an answer which repeats the question tells nothing. */
const SECRET = `${MARKER}甲乙丙`;
const FILE = `${SECRET}-附件.txt`;
const OWNER = 'housing-construction';
const STRANGERS = ['development-reform-reviewer', 'civil-affairs-editor'];

let product: Product;
let documents: Documents;
let documentId: string;
let rowId: number;
let file: Uploaded;
const strangers: Record<string, Credentials> = {};
let owner: Credentials;
let office: Credentials;
let routes: string[];

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  for (const account of STRANGERS) strangers[account] = await signIn(account);
  owner = await signIn(`${OWNER}-editor`);
  office = await signIn('office-supervisor');
  file = await upload(product, owner, FILE, Buffer.from(SECRET), { type: 'text/plain' });
  documentId = await documents.make('draft', {
    title: SECRET,
    body: `<p>${SECRET}</p>`,
    abstract: SECRET,
    attachments: [file.id],
  });
  const [row] = await product.query<{ id: number }>(
    'select id from major_construction_projects_records where document_id = $1',
    [documentId],
  );
  rowId = Number(row?.id);
  routes = Object.keys(await registeredRoutes(product))
    .filter((route) => route.startsWith('GET ') && !route.startsWith('GET /api/'))
    .map((route) => route.slice('GET '.length));
});
afterAll(async () => {
  removeUploads(product, [file]);
  await product.stop();
});

/** Every address a route stands for, with what is searched for in the places of its parameters. */
function addressesOf(route: string): string[] {
  const ids = /\/upload\//.test(route) ? [String(file.id)] : [documentId, String(rowId)];
  const fields = ['attachments', 'createdBy'];
  const models = [RECORD, 'plugin::upload.file'];
  const values: Record<string, string[]> = {
    model: models,
    uid: [RECORD],
    contentType: [RECORD],
    id: ids,
    documentId: [documentId],
    targetField: fields,
    source: ['publications', 'catalogue-items'],
    format: ['csv'],
  };
  const name = /:(\w+)/.exec(route)?.[1];
  if (!name) return [route];
  return (values[name] ?? [documentId]).flatMap((value) =>
    addressesOf(route.replace(`:${name}`, encodeURIComponent(value))),
  );
}

const SEARCH = encodeURIComponent(MARKER);
const QUESTIONS = ['', `?_q=${SEARCH}`, `?filters[title][$contains]=${SEARCH}`, '?id=DOCUMENT&pageSize=100'];
const withIds = (question: string) => question.replace('DOCUMENT', documentId);

async function leaks(who: Credentials | undefined, asked = routes): Promise<string[]> {
  const found: string[] = [];
  for (const route of asked)
    for (const address of addressesOf(route))
      for (const question of QUESTIONS) {
        const path = `${address}${withIds(question)}`;
        const { text } = await call(`${product.url}${path}`, { headers: who?.headers ?? {} });
        if (text.includes(SECRET)) found.push(path);
      }
  return found;
}

test.each(STRANGERS)(
  'no address of the panel tells %s a word of another department’s draft or of its files',
  async (account) => {
    expect(await leaks(strangers[account])).toEqual([]);
  },
  400_000,
);

test('the same questions find it for its own department: the test can see what it looks for', async () => {
  const telling = /collection-types\/:model$|\/upload\/files$|\/disclosure\/desk\/:uid\/:documentId$/;
  const found = await leaks(
    owner,
    routes.filter((route) => telling.test(route)),
  );
  expect(found.some((path) => path.includes('/content-manager/collection-types/'))).toBe(true);
  expect(found.some((path) => path.includes('/upload/files'))).toBe(true);
  expect(found.some((path) => path.includes('/disclosure/desk'))).toBe(true);
}, 400_000);

describe('writing at the media library', () => {
  type Attempt = [string, string, string, () => unknown];
  const ATTEMPTS: Attempt[] = [
    ['rename', 'PUT', '/upload/files/:id', () => ({ fileInfo: { name: '改名.txt' } })],
    ['delete', 'DELETE', '/upload/files/:id', () => undefined],
    ['delete in bulk', 'POST', '/upload/actions/bulk-delete', () => ({ fileIds: [file.id], folderIds: [] })],
    [
      'move',
      'POST',
      '/upload/actions/bulk-move',
      () => ({ fileIds: [file.id], folderIds: [], destinationFolderId: null }),
    ],
    [
      'rename in bulk',
      'POST',
      '/upload/actions/bulk-update',
      () => ({ updates: [{ id: file.id, fileInfo: { name: '改名.txt' } }] }),
    ],
  ];

  test.each(ATTEMPTS)('another department cannot %s a file', async (_what, method, path, body) => {
    const before = await product.query('select * from files where id = $1', [file.id]);
    const answer = await call(`${product.url}${path.replace(':id', String(file.id))}`, {
      method,
      headers: strangers[STRANGERS[0] as string]?.headers ?? {},
      body: body(),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain(SECRET);
    expect(await product.query('select * from files where id = $1', [file.id])).toEqual(before);
  });

  const PLACES: [string, () => unknown][] = [
    ['by its number', () => [file.id]],
    ['as text', () => [String(file.id)]],
    ['as an object', () => [{ id: file.id }]],
    ['with Strapi’s connect', () => ({ connect: [{ id: file.id }] })],
    ['with Strapi’s set', () => ({ set: [file.id] })],
  ];

  test.each(PLACES)(
    'nor attach it %s to a document of its own, and so make it public',
    async (_how, value) => {
      const stranger = strangers['civil-affairs-editor'];
      const answer = await call(
        `${product.url}/content-manager/collection-types/plugin::social-assistance.record`,
        {
          method: 'POST',
          headers: stranger?.headers ?? {},
          body: { title: '借用附件', catalogueItem: 'D05-06', attachments: value() },
        },
      );
      expect(answer).toMatchObject({ status: 403, code: 'NOT_OWNER' });
      expect(answer.text).not.toContain(SECRET);
      const [found] = await product.query<{ count: string }>(
        'select count(*) from files_related_mph where file_id = $1 and related_type <> $2',
        [file.id, RECORD],
      );
      expect(found?.count).toBe('0');
    },
  );

  test('a colleague’s file can be attached', async () => {
    const colleague = await signInPanel(
      product,
      'housing-construction-reviewer@example.test',
      product.demoPassword,
    );
    const answer = await call(`${product.url}/content-manager/collection-types/${RECORD}`, {
      method: 'POST',
      headers: colleague.headers,
      body: documents.values({ attachments: [file.id] }),
    });
    expect(answer.status).toBe(201);
  });
});

test('the office, which looks at the whole district, does find the draft', async () => {
  const answer = await call(`${product.url}/content-manager/collection-types/${RECORD}?_q=${SEARCH}`, {
    headers: office.headers,
  });
  expect(answer.text).toContain(SECRET);
});
