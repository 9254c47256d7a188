import crypto from 'node:crypto';
import path from 'node:path';
import { StartFailure } from './failure';
import { ROOT } from './paths';
import { readSettings } from './settings';

const DATABASE = 'postgres://user:pass@db.example:5432/disclosure';

describe('readSettings', () => {
  test('has a default for everything', () => {
    expect(readSettings({})).toEqual({
      port: 1337,
      host: '127.0.0.1',
      dataDir: path.join(ROOT, '.data'),
      databaseUrl: undefined,
      databaseReadUrl: undefined,
      adminEmail: 'admin@example.test',
      adminPassword: undefined,
      demo: true,
      demoPassword: undefined,
    });
  });

  test('takes an empty variable as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(readSettings({}));
  });

  test.each([
    [{}, true],
    [{ DATABASE_URL: DATABASE }, false],
    [{ DATABASE_URL: DATABASE, DEMO: 'true' }, true],
    [{ DEMO: 'false' }, false],
    [{ DEMO: 'TRUE' }, true],
  ])('loads the demo by default only beside the embedded database: %j → %s', (env, demo) => {
    expect(readSettings(env).demo).toBe(demo);
  });

  test('counts a password in bytes, as bcrypt does', () => {
    expect(readSettings({ ADMIN_PASSWORD: '政务公开系统管理员' }).adminPassword).toBe('政务公开系统管理员');
    expect(() => readSettings({ ADMIN_PASSWORD: '政'.repeat(25) })).toThrow(StartFailure);
  });

  test.each([
    { PORT: '0' },
    { PORT: '65536' },
    { PORT: '80.5' },
    { HOST: 'a b' },
    { DATABASE_URL: 'localhost:5432/db' },
    { DATABASE_URL: 'postgres://host' },
    { DATABASE_READ_URL: DATABASE },
    { ADMIN_EMAIL: 'nobody' },
    { DEMO: '1' },
    { SMTP_HOST: 'smtp://mail' },
    { SMTP_HOST: 'mail.example.gov.cn' },
    { SMTP_PORT: '0' },
    { MAIL_FROM: 'nobody' },
    { PUBLIC_URL: 'gk.example.gov.cn' },
    { PUBLIC_URL: 'ftp://gk.example.gov.cn' },
    { PAGE_URL: 'https://www.example.gov.cn/zwgk' },
    { SITE_ID_CODE: '123' },
    { WECHAT_APP_ID: 'gh_1', PUBLIC_URL: 'https://gk.example.gov.cn' },
    { WECHAT_APP_ID: 'wx0123456789abcdef' },
    { WECHAT_TOKEN: 'abc' },
    { WECHAT_TOKEN: 'a b', PUBLIC_URL: 'https://gk.example.gov.cn' },
    { WECHAT_APP_SECRET: '0123456789abcdef' },
    { WECHAT_AES_KEY: 'short', WECHAT_APP_ID: 'wx0123456789abcdef', PUBLIC_URL: 'https://gk.example.gov.cn' },
    { WECHAT_API_URL: 'api.weixin.qq.com' },
    { CORS_ORIGINS: '*' },
    { CORS_ORIGINS: 'https://www.example.gov.cn/page' },
    { DEMO_PASSWORD: '1234567' },
    { ENCRYPTION_PROFILE: 'des' },
    { CLAMD_PORT: 'clamd' },
    { CLAMD_SOCKET: 'clamd.sock' },
    { CLAMD_HOST: 'clamd', CLAMD_SOCKET: '/run/clamd.sock' },
  ])('refuses %j with one sentence that names the variable', (env) => {
    const [name] = Object.keys(env);
    expect(() => readSettings(env as NodeJS.ProcessEnv)).toThrow(new RegExp(`^[^。]*${name}[^。]*。$`));
  });

  test('starts with the national algorithms only where the machine has them', () => {
    expect(() => readSettings({ ENCRYPTION_PROFILE: 'sm' })).not.toThrow();
    const ciphers = jest.spyOn(crypto, 'getCiphers').mockReturnValue(['aes-256-gcm']);
    expect(() => readSettings({ ENCRYPTION_PROFILE: 'sm' })).toThrow('没有 SM4 或 SM3');
    expect(() => readSettings({ ENCRYPTION_PROFILE: 'aes' })).not.toThrow();
    ciphers.mockRestore();
  });

  test('takes a mail server with its sender and the address for links', () => {
    const mail = { SMTP_HOST: 'mail.example.gov.cn', MAIL_FROM: '政务公开 <gk@example.gov.cn>' };
    expect(readSettings({ ...mail, PUBLIC_URL: 'https://gk.example.gov.cn' })).toEqual(readSettings({}));
    expect(() => readSettings(mail)).toThrow('PUBLIC_URL');
  });

  test('never repeats a password', () => {
    let message = '';
    try {
      readSettings({ ADMIN_PASSWORD: 'hunter2' });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('ADMIN_PASSWORD');
    expect(message).not.toContain('hunter2');
  });
});
