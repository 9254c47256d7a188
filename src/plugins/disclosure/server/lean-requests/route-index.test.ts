import Koa from 'koa';
import supertest from 'supertest';
import { headOf, indexRoutes, type Router } from './route-index';

type Handler = (ctx: unknown, next: () => unknown) => unknown;
type Matched = { path: { path: string }[]; pathAndMethod: { path: string }[]; route: boolean };
type KoaRouter = Omit<Router, 'match'> & {
  [verb in 'get' | 'post' | 'all']: (path: string, handler: Handler) => void;
} & {
  use(handler: Handler): void;
  routes(): Handler;
  allowedMethods(): Handler;
  match(path: string, method: string): Matched;
};

// Strapi's own: it comes without types
const KoaRouter = require('@koa/router') as new (options?: { prefix: string }) => KoaRouter;

const PATHS = [
  '/api/disclosure/publications',
  '/api/disclosure/publications/:documentId',
  '/api/disclosure/publications/:documentId/copy.:format',
  '/api/:type/records',
  '/api/requests',
  '/api/requests{/:id}',
  '/api/upload/files/:id',
  '/admin/users/:id',
  '/admin(.*)',
  '/_health',
  '/uploads/(.*)',
  '(.*)',
];

const ASKED = [
  ...[
    '/',
    '',
    '/api',
    '/api/',
    '/api/disclosure',
    '/api/disclosure/publications',
    '/API/Disclosure/Publications',
  ],
  ...[
    '/api/disclosure/publications/',
    '/api/disclosure/publications/abc',
    '/api/disclosure/publications/a/copy.pdf',
  ],
  ...[
    '/api/health/records',
    '/api/disclosure/records',
    '/api/requests',
    '/api/requests/5',
    '/api/requestsx',
    '/apix/requests',
  ],
  ...[
    '/api//disclosure/publications',
    '//api/disclosure/publications',
    '/api/%64isclosure/publications',
    '/api/disclosure%2Fpublications',
  ],
  ...[
    '/admin',
    '/admin/users/1',
    '/adminx',
    '/_health',
    '/_health/',
    '/uploads/a/b.png',
    '/nothing/at/all',
    '/constructor/x',
    '/__proto__',
  ],
];

function makeRouter(): KoaRouter {
  const router = new KoaRouter();
  for (const path of PATHS.slice(0, -1)) {
    router.get(path, () => undefined);
    if (path.includes('requests')) router.post(path, () => undefined);
  }
  const nested = new KoaRouter({ prefix: '/api' });
  nested.use((_ctx, next) => next());
  nested.get('/nested/:id', () => undefined);
  router.use(nested.routes());
  router.all('(.*)', () => undefined);
  return router;
}

describe('every path matches what it matched without an index', () => {
  const plain = makeRouter();
  const indexed = makeRouter();
  indexRoutes(indexed as unknown as Router);
  const told = (router: KoaRouter, path: string, method: string) => {
    const { path: any, pathAndMethod, route } = router.match(path, method);
    return { any: any.map((layer) => layer.path), both: pathAndMethod.map((layer) => layer.path), route };
  };

  test.each([...ASKED, '/api/nested/1'])('%s', (path) => {
    for (const method of ['GET', 'POST', 'HEAD', 'DELETE']) {
      expect(told(indexed, path, method)).toEqual(told(plain, path, method));
    }
  });

  test('of routes that were added later, too', () => {
    for (const router of [plain, indexed]) router.get('/later/:id', () => undefined);
    expect(told(indexed, '/later/1', 'GET')).toEqual(told(plain, '/later/1', 'GET'));
    expect(told(indexed, '/later/1', 'GET').both).toContain('/later/:id');
  });
});

test.each([
  ['/api/disclosure/publications/:id', ['api', 'disclosure']],
  ['/api/:type/records', ['api']],
  ['/:any', []],
  ['(.*)', []],
  [/x/, []],
  ['/api/requests{/:id}', ['api']],
  ['/_health', ['_health']],
])('%s begins with %j', (path, head) => {
  expect(headOf(path)).toEqual(head);
});

test('a method that no route knows is answered as before, by one of the tellers that mounting has left', async () => {
  const make = (wrap: (router: KoaRouter) => void) => {
    const router = new KoaRouter({ prefix: '/api' });
    for (const name of ['a', 'b', 'c']) {
      const own = new KoaRouter({ prefix: `/${name}` });
      own.get('/list', (ctx) => {
        (ctx as { body: string }).body = name;
      });
      router.use(own.routes());
      router.use(own.allowedMethods());
    }
    wrap(router);
    return { router, ask: supertest(new Koa().use(router.routes() as never).callback()) };
  };
  const plain = make(() => undefined);
  const indexed = make((router) => indexRoutes(router as unknown as Router));
  const layers = ({ router }: typeof plain) => router.match('/api/b/list', 'GET').path.length;
  expect([layers(plain), layers(indexed)]).toEqual([4, 2]);
  for (const ask of [plain.ask, indexed.ask]) {
    expect((await ask.get('/api/b/list')).text).toBe('b');
    const { status, headers } = await ask.delete('/api/b/list');
    expect([status, headers.allow]).toEqual([404, undefined]);
  }
});
