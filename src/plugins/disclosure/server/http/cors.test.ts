import { corsConfig, corsOriginsSchema, readsAnonymously } from './cors';

const asked = (method: string, path = '/api/disclosure/publications', headers = '') => ({
  method,
  path,
  headers,
});

test.each([
  asked('GET'),
  asked('HEAD'),
  asked('GET', '/api/feeds/publications.rss', 'x-api-key'),
  asked('POST', '/graphql', 'content-type,x-api-key'),
])('a page of any site may %j', (what) => {
  expect(readsAnonymously(what)).toBe(true);
});

test.each([
  asked('POST', '/api/social-assistance/records'),
  asked('PUT', '/api/social-assistance/records/x'),
  asked('DELETE', '/api/social-assistance/records/x'),
  asked('POST', '/graphql', 'Content-Type, Authorization'),
  asked('GET', '/api/disclosure/audit', 'authorization'),
  asked('GET', '/admin/users'),
  asked('GET', '/content-manager/init'),
])('only pages of the configured sites may %j', (what) => {
  expect(readsAnonymously(what)).toBe(false);
});

test('origins are addresses of sites, nothing more and nothing less', () => {
  expect(corsOriginsSchema.parse(' https://a.example , http://b.example:8080')).toEqual([
    'https://a.example',
    'http://b.example:8080',
  ]);
  expect(corsOriginsSchema.parse(undefined)).toEqual([]);
  for (const wrong of ['*', 'a.example', 'https://a.example/', 'https://a.example/x', 'null']) {
    expect(() => corsConfig(wrong)).toThrow();
  }
});
