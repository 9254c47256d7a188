import { randomBytes } from 'node:crypto';
import { EICAR, type FakeClamd, fakeClamd } from '../../../../../tests/support/fake-clamd';
import { scanBytes } from './clamd';
import { clamdSettingsSchema } from './settings';

let server: FakeClamd | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

const at = (port: number, milliseconds = 2_000) =>
  clamdSettingsSchema.parse({ host: '127.0.0.1', port, milliseconds });

test('a file comes whole, in frames, and what is known as a virus is found', async () => {
  server = await fakeClamd();
  const file = randomBytes(300_001);
  expect(await scanBytes(at(server.port), file)).toBe('clean');
  expect(server.scanned[0]?.equals(file)).toBe(true);
  // across the border of two frames
  const infected = Buffer.concat([Buffer.alloc(64 * 1024 - 10), EICAR, Buffer.alloc(100)]);
  expect(await scanBytes(at(server.port), infected)).toBe('infected');
  expect(await scanBytes(at(server.port), EICAR)).toBe('infected');
});

test.each<[string, Parameters<typeof fakeClamd>[0], string]>([
  ['says nothing', () => undefined, 'unreachable'],
  ['hangs up', (socket) => socket.destroy(), 'unreachable'],
  ['finds the file too long', (socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'), 'refused'],
  ['says something else', (socket) => socket.end('stream: OK, perhaps\0'), 'refused'],
  ['talks without end', (socket) => void socket.write('stream: OK'.repeat(1_000)), 'refused'],
])('a scanner that %s has not said that a file is clean', async (_what, answer, verdict) => {
  server = await fakeClamd(answer);
  expect(await scanBytes(at(server.port, 300), Buffer.alloc(200_000))).toBe(verdict);
});

test('a scanner that is not there has not said that a file is clean', async () => {
  const gone = await fakeClamd();
  await gone.stop();
  expect(await scanBytes(at(gone.port), Buffer.from('x'))).toBe('unreachable');
});
