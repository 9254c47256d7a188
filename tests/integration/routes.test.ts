/** @jest-environment ./tests/integration/helpers/environment.cjs */

import { MANIFESTS } from '../support/manifests';
import { call } from './helpers/call';
import { type Credentials, makeToken, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { mountedRoutes, registeredRoutes } from './helpers/routes';
import table from './routes.table.json';

/**
 * Every route and who may call it, as somebody has read and agreed. A route that is new, gone or open to
 * others than before fails here: look at it, then change routes.table.json. The types of all domains have
 * the same routes, so the table holds them once, as `:domain` and `:type`; a domain's own reads it names.
 */
let product: Product;

/** The domains whose mail server was looked up. */
const askedFor: string[] = [];
const dns = globalThis.nativeRequire('node:dns/promises') as typeof import('node:dns/promises');
const { resolveMx } = dns;

beforeAll(async () => {
  dns.resolveMx = async (domain) => {
    askedFor.push(domain);
    throw new Error('The test has no network');
  };
  product = await startProduct();
});
afterAll(async () => {
  dns.resolveMx = resolveMx;
  await product.stop();
});

const TABLE: Record<string, string> = Object.fromEntries(
  Object.entries(table).flatMap(([route, who]) =>
    route.includes(' /api/:domain/:type')
      ? MANIFESTS.flatMap(({ slug, types }) =>
          types.map(({ plural }) => [route.replace(':domain', slug).replace(':type', plural), who]),
        )
      : [[route, who]],
  ),
);
const EVERYBODY = 'everybody';
const OF_A_TYPE = /^GET \/api\/[^/]+\/[^/]+(\/:documentId)?$/;
const PLURALS = new Set(
  MANIFESTS.flatMap(({ slug, types }) => types.map(({ plural }) => `/api/${slug}/${plural}`)),
);
/** The two public reads that every type of every domain has. */
const readsType = (route: string) =>
  OF_A_TYPE.test(route) && PLURALS.has(route.replace(/^GET |\/:documentId$/g, ''));
const routesFor = (fits: (who: string) => boolean) =>
  Object.keys(TABLE).filter((route) => fits(TABLE[route] ?? ''));

test('the registered routes are those of the table, for those whom the table names', async () => {
  expect(await registeredRoutes(product)).toEqual(TABLE);
});

test('the server listens at no other address', () => {
  // health check, GraphQL, uploaded files, robots.txt and the start page
  const besides = ['ALL /_health', 'ALL /graphql', 'GET /uploads/(.*)', 'GET /', 'GET /((?!uploads/).+)'];
  expect(mountedRoutes(product).sort()).toEqual([...Object.keys(TABLE), ...besides].sort());
});

test('everybody may call what the contract makes public, the sign-ins, and nothing else', () => {
  const open = routesFor((who) => who === EVERYBODY);
  expect(open.filter(readsType)).toHaveLength(2 * PLURALS.size);
  expect(open.filter((route) => !readsType(route)).sort()).toEqual([
    'GET /admin/init',
    'GET /admin/project-type',
    'GET /admin/registration-info',
    'GET /api/annual-reports/pages',
    'GET /api/annual-reports/pages/:documentId',
    'GET /api/annual-reports/published',
    'GET /api/annual-reports/published/:documentId/xlsx',
    'GET /api/auth/:provider/callback',
    'GET /api/development-planning/timeline',
    'GET /api/disclosure/catalogue-items',
    'GET /api/disclosure/catalogue-items/:code',
    'GET /api/disclosure/columns',
    'GET /api/disclosure/coverage',
    'GET /api/disclosure/departments',
    'GET /api/disclosure/domains',
    'GET /api/disclosure/domains/:slug',
    'GET /api/disclosure/publications',
    'GET /api/disclosure/publications/:documentId',
    'GET /api/disclosure/publications/:documentId/copy.docx',
    'GET /api/disclosure/publications/:documentId/copy.pdf',
    'GET /api/disclosure/publications/:documentId/editions',
    'GET /api/disclosure/publications/:documentId/roster',
    'GET /api/disclosure/publications/:documentId/roster.csv',
    'GET /api/disclosure/publications/:documentId/roster.xlsx',
    'GET /api/disclosure/publications/export',
    'GET /api/disclosure/search',
    'GET /api/disclosure/search/suggestions',
    'GET /api/docs',
    'GET /api/ecological-environment/inspection-progress',
    'GET /api/exchange/changes',
    'GET /api/feeds',
    'GET /api/feeds/deadlines.ics',
    'GET /api/feeds/publications.:format',
    'GET /api/fiscal-budget/unit-coverage/:year',
    'GET /api/major-construction-projects/projects/:documentId/chain',
    'GET /api/openapi.json',
    'GET /api/policy/expiring',
    'GET /api/policy/gazette/:year',
    'GET /api/policy/officers',
    'GET /api/policy/regulations',
    'GET /api/policy/regulations/:id',
    'GET /api/policy/regulations/:id/compare',
    'GET /api/public-institutions/units',
    'GET /api/requests/follow',
    'GET /api/requests/form',
    'GET /api/requests/guide',
    'GET /api/requests/guide/:department',
    'GET /api/requests/guides',
    'GET /api/requests/guides/:department',
    'GET /api/schema.graphql',
    'GET /api/subscriptions/confirm',
    'GET /api/subscriptions/manage',
    'GET /api/subscriptions/unsubscribe',
    'GET /api/wechat/articles',
    'GET /api/wechat/articles/:documentId',
    'GET /api/wechat/callback',
    'GET /api/wechat/pages/:documentId',
    'GET /content-manager/preview/script',
    'GET /robots.txt',
    'GET /sitemap.xml',
    'GET /sitemaps/:part',
    'POST /admin/access-token',
    'POST /admin/forgot-password',
    'POST /admin/login',
    'POST /admin/register',
    'POST /admin/register-admin',
    'POST /admin/reset-password',
    'POST /api/auth/local',
    'POST /api/requests',
    'POST /api/requests/answer',
    'POST /api/requests/correction',
    'POST /api/requests/file',
    'POST /api/requests/follow',
    'POST /api/requests/form',
    'POST /api/requests/notice',
    'POST /api/requests/reason',
    'POST /api/requests/status',
    'POST /api/requests/suggestion',
    'POST /api/requests/withdrawal',
    'POST /api/subscriptions',
    'POST /api/subscriptions/confirm',
    'POST /api/subscriptions/manage',
    'POST /api/subscriptions/unsubscribe',
    'POST /api/wechat/callback',
  ]);
});

/** The address of a route with something in place of its parameters. */
function addressOf(route: string): { method: string; url: string } {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace(/:\w+/g, 'nonsense').replace('(.*)', 'nonsense');
  return { method, url: `${product.url}${filled}` };
}

async function answersTo(routes: string[], who?: Credentials): Promise<string[]> {
  const answers = await Promise.all(
    routes.map(async (route) => {
      const { method, url } = addressOf(route);
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      return `${route} ${(await call(url, { method, body, headers: who?.headers ?? {} })).status}`;
    }),
  );
  return answers.filter((answer) => !/ (401|403)$/.test(answer));
}

/** Remote transfer is switched off altogether. */
const SWITCHED_OFF = /^GET \/admin\/transfer\/runner\//;

describe('live: 401 or 403', () => {
  const closed = routesFor((who) => who !== EVERYBODY).filter((route) => !SWITCHED_OFF.test(route));

  test('for everybody without a sign-in, on every route that is not public', async () => {
    expect(await answersTo(closed)).toEqual([]);
  });

  test('for a false token', async () => {
    const who = { headers: { authorization: 'Bearer nonsense' }, state: {} };
    expect(await answersTo(closed, who)).toEqual([]);
  });

  test('for API accounts and full-access tokens, on every route of the panel', async () => {
    const panel = closed.filter((route) => !route.includes(' /api/'));
    const editor = await signInApi(product, 'housing-construction-editor@example.test', product.demoPassword);
    expect(await answersTo(panel, editor)).toEqual([]);
    expect(await answersTo(panel, await makeToken(product, 'unbound'))).toEqual([]);
  });

  test('for panel accounts, on every route of the API that is not public', async () => {
    const api = closed.filter((route) => route.includes(' /api/'));
    const admin = await signInPanel(product, 'admin@example.test', product.adminPassword);
    expect(await answersTo(api, admin)).toEqual([]);
  });

  test('for a department’s API account, on every route of the API that is not its own', async () => {
    const foreign = routesFor((who) => who !== EVERYBODY && !/department/.test(who)).filter((route) =>
      route.includes(' /api/'),
    );
    const editor = await signInApi(product, 'housing-construction-editor@example.test', product.demoPassword);
    expect(foreign.length).toBeGreaterThan(20);
    expect(await answersTo(foreign, editor)).toEqual([]);
  });

  test('for a department’s panel account, on every route that asks for a permission beyond its own', async () => {
    const own = /plugin::upload\.(read|assets)/;
    const foreign = routesFor((who) => who.startsWith('panel users with') && !own.test(who)).filter(
      (route) => !route.includes('/content-manager/'),
    );
    const editor = await signInPanel(
      product,
      'housing-construction-editor@example.test',
      product.demoPassword,
    );
    expect(foreign.length).toBeGreaterThan(50);
    expect(await answersTo(foreign, editor)).toEqual([]);
  });
});

test('the first administrator cannot be registered twice, and nobody registers without an invitation', async () => {
  const person = { email: 'x@example.test', firstname: 'x', lastname: 'x', password: 'Password-1' };
  const accounts = () => product.query('select count(*) from admin_users');
  const before = await accounts();
  const post = (path: string, body: unknown) => call(`${product.url}${path}`, { method: 'POST', body });
  expect((await post('/admin/register-admin', person)).status).toBeGreaterThanOrEqual(400);
  expect(
    (await post('/admin/register', { userInfo: person, registrationToken: 'nonsense' })).status,
  ).toBeGreaterThanOrEqual(400);
  expect(
    (await post('/api/auth/local/register', { ...person, username: 'x' })).status,
  ).toBeGreaterThanOrEqual(400);
  expect(await accounts()).toEqual(before);
});

/** A mail goes straight to the machine of the addressee: nothing calls out unless the district sets up mail. */
describe('the server looks for no other machine to send mail to', () => {
  beforeEach(() => {
    askedFor.length = 0;
  });

  test('when somebody who knows an address has forgotten its password', async () => {
    for (const path of ['/admin/forgot-password', '/api/auth/forgot-password']) {
      await call(`${product.url}${path}`, {
        method: 'POST',
        body: { email: 'housing-construction-editor@example.test' },
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(askedFor).toEqual([]);
  });

  test('for a department’s account of the panel', async () => {
    const editor = await signInPanel(
      product,
      'housing-construction-editor@example.test',
      product.demoPassword,
    );
    const mail = { to: 'x@example.test', subject: 'x', text: 'x' };
    await call(`${product.url}/email`, { method: 'POST', headers: editor.headers, body: mail });
    expect(askedFor).toEqual([]);
  });
});
