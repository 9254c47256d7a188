import { type Banner, READY, renderBanner } from './banner';

const banner: Banner = {
  host: '0.0.0.0',
  port: 1400,
  adminPath: '/admin',
  adminEmail: 'admin@example.test',
  adminPassword: 'Admin-pass-1',
  demoPassword: 'Demo-pass-1',
  secretsFile: '/data/secrets.json',
};

test('gives addresses that a browser can open, and every way to sign in', () => {
  const text = renderBanner(banner);
  for (const part of [
    READY,
    'http://127.0.0.1:1400/admin',
    'http://127.0.0.1:1400/api',
    'http://127.0.0.1:1400/graphql',
    'admin@example.test',
    'Admin-pass-1',
    'Demo-pass-1',
    'office-supervisor@example.test',
  ]) {
    expect(text).toContain(part);
  }
});

test('brackets an IPv6 address', () => {
  expect(renderBanner({ ...banner, host: '::1' })).toContain('http://[::1]:1400/api');
});

test('leaves out what is not there', () => {
  const text = renderBanner({ ...banner, adminPassword: undefined, demoPassword: undefined });
  expect(text).toContain('已有的管理员账号');
  expect(text).not.toContain('演示账号');
  expect(renderBanner({ ...banner, adminPath: undefined })).not.toContain('/admin');
});
