import { compressEntry, type Entry, makeEntry } from './entry';
import { ResponseStore } from './store';

const entryOf = (text: string, tags: string[] = ['any']): Entry =>
  makeEntry({ status: 200, headers: {}, body: Buffer.from(text), tag: text, tags, cacheControl: null });

const storeOf = (bytes = 1_000_000) => {
  const store = new ResponseStore(bytes);
  store.switchOn();
  return store;
};

/** Runs a key to its end; tells what those who waited were given. */
function run(store: ResponseStore, key: string, entry: Entry | null) {
  const flight = store.join(key, { send: () => undefined });
  if (flight) store.end(flight, entry);
}
const textOf = (entry: Entry | null | undefined) => entry?.variants.get('identity')?.body.toString();

afterEach(() => jest.useRealTimers());

test('concurrent misses wait for one run and get its answer', () => {
  const store = storeOf();
  const given: unknown[] = [];
  const flight = store.join('/a', { send: () => undefined });
  for (let i = 0; i < 200; i++)
    expect(store.join('/a', { send: (entry) => given.push(textOf(entry)) })).toBeNull();
  store.end(flight as NonNullable<typeof flight>, entryOf('A'));
  expect(given).toEqual(Array(200).fill('A'));
  expect(textOf(store.get('/a'))).toBe('A');
});

test('a run that ends without an answer to keep lets everybody run', () => {
  const store = storeOf();
  const given: unknown[] = [];
  const flight = store.join('/a', { send: () => undefined });
  store.join('/a', { send: (entry) => given.push(entry) });
  store.end(flight as NonNullable<typeof flight>, null);
  expect(given).toEqual([null]);
  expect(store.join('/a', { send: () => undefined })).not.toBeNull();
});

test.each([
  ['a tag of its own', ['document:1'], ['document:1'], false],
  ['a tag of another', ['document:1'], ['document:2'], true],
  ['everything', ['document:1'], ['all'], false],
])('an answer computed from before the invalidation of %s', (_what, tags, invalidated, isKept) => {
  const store = storeOf();
  const flight = store.join('/a', { send: () => undefined });
  store.invalidate(invalidated);
  // whoever asks now does not wait for what began before
  const second = store.join('/a', { send: () => undefined });
  expect(second).not.toBeNull();
  store.end(flight as NonNullable<typeof flight>, entryOf('old', tags));
  expect(store.get('/a') !== undefined).toBe(isKept);
  store.end(second as NonNullable<typeof second>, entryOf('new', tags));
  expect(textOf(store.get('/a'))).toBe('new');
});

test('a long run during thousands of changes is not kept', () => {
  const store = storeOf();
  const flight = store.join('/a', { send: () => undefined });
  for (let i = 0; i < 3_000; i++) store.invalidate([`document:${i}`]);
  store.end(flight as NonNullable<typeof flight>, entryOf('old', ['document:x']));
  expect(store.get('/a')).toBeUndefined();
});

test('an invalidation forgets the answers with its tags, and no others', () => {
  const store = storeOf();
  run(store, '/a', entryOf('A', ['document:1', 'document:2']));
  run(store, '/b', entryOf('B', ['domain:health']));
  run(store, '/c', entryOf('C', ['any']));
  store.invalidate(['any', 'document:2']);
  expect(['/a', '/b', '/c'].map((key) => textOf(store.get(key)))).toEqual([undefined, 'B', undefined]);
});

test('an answer that replaces another is found by its own tags alone', () => {
  const store = storeOf();
  run(store, '/a', entryOf('A', ['document:1']));
  run(store, '/a', entryOf('A again', ['document:2']));
  store.invalidate(['document:1']);
  expect(textOf(store.get('/a'))).toBe('A again');
  store.invalidate(['document:2']);
  expect(store.get('/a')).toBeUndefined();
});

test('memory is bounded: the answers asked for longest ago go first', () => {
  const store = storeOf(200_000);
  for (let i = 0; i < 10_000; i++) {
    run(store, `/${i}`, entryOf('x'.repeat(1_000), [`document:${i}`]));
    store.get('/0');
  }
  expect(store.bytes).toBeLessThanOrEqual(200_000);
  expect(store.size).toBeLessThan(100);
  expect(textOf(store.get('/0'))).toBeDefined();
  expect((store as unknown as { byTag: Map<string, unknown> }).byTag.size).toBe(store.size);
});

test('an answer that is compressed counts with its further forms, and keeps its tags', async () => {
  const store = storeOf();
  const entry = entryOf('x'.repeat(5_000), ['document:1']);
  run(store, '/a', entry);
  const before = store.bytes;
  expect(await compressEntry(entry)).toBe(true);
  store.resize('/a', entry);
  expect(store.bytes).toBeGreaterThan(before);
  expect(store.bytes).toBe(entry.size);
  store.invalidate(['document:1']);
  expect([store.get('/a'), store.bytes]).toEqual([undefined, 0]);
});

test('without any memory nothing is kept', () => {
  const store = storeOf(0);
  run(store, '/a', entryOf('A'));
  expect(store.get('/a')).toBeUndefined();
});

test('an answer that would take most of the memory is not kept', () => {
  const store = storeOf(200_000);
  run(store, '/a', entryOf('x'.repeat(100_000)));
  expect(store.get('/a')).toBeUndefined();
});

test('switched off it keeps nothing, and what was running then is not kept later', () => {
  const store = storeOf();
  run(store, '/a', entryOf('A'));
  const flight = store.join('/b', { send: () => undefined });
  store.switchOff();
  store.switchOn();
  store.end(flight as NonNullable<typeof flight>, entryOf('B'));
  expect([store.get('/a'), store.get('/b')]).toEqual([undefined, undefined]);
});

test('midnight in Shanghai ends every answer, and those on their way', () => {
  jest.useFakeTimers({ now: new Date('2026-11-27T23:59:59+08:00') });
  const store = storeOf();
  run(store, '/a', entryOf('A'));
  const flight = store.join('/b', { send: () => undefined });
  expect(textOf(store.get('/a'))).toBe('A');
  jest.setSystemTime(new Date('2026-11-28T00:00:00+08:00'));
  store.end(flight as NonNullable<typeof flight>, entryOf('B'));
  expect([store.get('/a'), store.get('/b')]).toEqual([undefined, undefined]);
  run(store, '/a', entryOf('tomorrow'));
  expect(textOf(store.get('/a'))).toBe('tomorrow');
});

test('no answer is given for longer than five minutes', () => {
  jest.useFakeTimers({ now: new Date('2026-11-27T12:00:00+08:00') });
  const store = storeOf();
  run(store, '/a', entryOf('A'));
  jest.advanceTimersByTime(299_000);
  expect(store.get('/a')).toBeDefined();
  jest.advanceTimersByTime(1_000);
  expect(store.get('/a')).toBeUndefined();
});
