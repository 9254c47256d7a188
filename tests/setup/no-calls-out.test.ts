import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { startServer } from '../support';

const GUARD = path.join(__dirname, '../support/outside-guard.cjs');

test('the guard itself notices a connection', () => {
  const script = "fetch('http://198.51.100.1/').catch(() => {})";
  const output = execFileSync(process.execPath, ['--require', GUARD, '-e', script], { encoding: 'utf8' });
  expect(output).toBe('OUTSIDE 198.51.100.1\n');
});

test('the server contacts no other machine, at the start or while the panel is used', async () => {
  const server = await startServer({ env: { NODE_OPTIONS: `--require ${GUARD}` } });
  const call = async (address: string, init: RequestInit = {}) => {
    const answer = await fetch(`${server.url}${address}`, init);
    return { status: answer.status, body: (await answer.json()) as { data: Record<string, string> } };
  };
  const login = await call('/admin/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@example.test', password: server.adminPassword }),
  });
  expect(login.status).toBe(200);
  const headers = { authorization: `Bearer ${login.body.data.token}` };
  for (const page of ['/admin/init', '/admin/information', '/admin/users/me', '/content-manager/init']) {
    expect((await call(page, { headers })).status).toBeLessThan(500);
  }
  const init = await call('/admin/init');
  expect(init.body.data.uuid).toBe(false);
  await server.stop();
  expect(server.output()).not.toContain('OUTSIDE');
});
