import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { acquireLock } from './lock';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-test-'));
const file = path.join(folder, 'lock');
const refusal = (pid: number) => `held by ${pid}`;
const holder = () => JSON.parse(fs.readFileSync(file, 'utf8')) as { pid: number; stopping: boolean };
const startedAt = (pid: number) =>
  fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
const hold = (values: object) => fs.writeFileSync(file, JSON.stringify({ stopping: false, ...values }));

beforeEach(() => fs.rmSync(file, { force: true }));
afterAll(() => fs.rmSync(folder, { recursive: true }));

test('is taken, shows its holder, and is given back', async () => {
  const lock = await acquireLock(file, refusal);
  expect(holder()).toMatchObject({ pid: process.pid, stopping: false });
  lock.markStopping();
  expect(holder().stopping).toBe(true);
  lock.release();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('is refused while its holder lives', async () => {
  hold({ pid: process.ppid, startedAt: startedAt(process.ppid) });
  await expect(acquireLock(file, refusal, 150)).rejects.toThrow(`held by ${process.ppid}`);
  expect(holder().pid).toBe(process.ppid);
});

test('is waited for while its holder is stopping', async () => {
  hold({ pid: process.ppid, startedAt: startedAt(process.ppid), stopping: true });
  setTimeout(() => fs.rmSync(file), 300);
  const lock = await acquireLock(file, refusal, 0);
  expect(holder().pid).toBe(process.pid);
  lock.release();
});

test('is taken over from a process that is gone', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('close', resolve));
  hold({ pid: child.pid, startedAt: '1' });
  (await acquireLock(file, refusal)).release();
});

test('is taken over when the number now belongs to another process', async () => {
  hold({ pid: process.ppid, startedAt: '1' });
  (await acquireLock(file, refusal)).release();
});

test('is taken over when its content is unreadable', async () => {
  fs.writeFileSync(file, '');
  (await acquireLock(file, refusal)).release();
});
