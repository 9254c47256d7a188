import Koa from 'koa';
import supertest from 'supertest';
import { keepHeaders } from './middlewares';

test('requests that are alike get the headers of the first, and the middleware runs once for them', async () => {
  let runs = 0;
  const app = new Koa();
  app.use((ctx, next) => {
    ctx.set('X-Before', ctx.path);
    return next();
  });
  app.use(
    keepHeaders(
      async (ctx, next) => {
        runs += 1;
        ctx.set('X-Kept', 'yes');
        ctx.set('X-Also', ['a', 'b']);
        await next();
      },
      ({ path }) => path.startsWith('/api/'),
    ),
  );
  app.use((ctx) => {
    ctx.set('X-Own', ctx.path);
    ctx.body = 'ok';
  });
  const headers = async (path: string) => (await supertest(app.callback()).get(path)).headers;
  for (const path of ['/api/1', '/api/2', '/api/3']) {
    expect(await headers(path)).toMatchObject({
      'x-kept': 'yes',
      'x-also': 'a, b',
      'x-own': path,
      'x-before': path,
    });
  }
  expect(runs).toBe(1);
  await headers('/admin');
  await headers('/admin');
  expect(runs).toBe(3);
});
