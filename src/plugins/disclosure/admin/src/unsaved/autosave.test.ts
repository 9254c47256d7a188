import { type Answer, type AutosaveState, createAutosave, LONGEST_MS, PAUSE_MS, RETRY_MS } from './autosave';

const kept = (at: string): Answer => ({ ok: true, at });
const offline: Answer = { ok: false, why: '网络不通', again: true };
const refused: Answer = { ok: false, why: '不是责任部门', again: false };

let sent: string[];
let states: AutosaveState[];
let answers: Answer[];

const start = (send?: (form: string) => Promise<Answer>) =>
  createAutosave<string>({
    send:
      send ??
      (async (form) => {
        sent.push(form);
        return answers.shift() ?? kept(`${sent.length}`);
      }),
    onState: (state) => states.push(state),
  });

beforeEach(() => {
  jest.useFakeTimers();
  sent = [];
  states = [];
  answers = [];
});
afterEach(() => jest.useRealTimers());

test('what is typed is kept once, some seconds after the last letter', async () => {
  const autosave = start();
  for (const form of ['a', 'ab', 'abc']) {
    autosave.changed(form);
    await jest.advanceTimersByTimeAsync(PAUSE_MS - 1);
  }
  expect(sent).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(['abc']);
  expect(states).toEqual([{ kind: 'kept', at: '1' }]);
  await jest.advanceTimersByTimeAsync(600_000);
  expect(sent).toEqual(['abc']);
});

test('who types without a pause does not wait for ever', async () => {
  const autosave = start();
  for (let typed = 0; typed < LONGEST_MS / 1000 + 1; typed += 1) {
    autosave.changed(`${typed}`);
    await jest.advanceTimersByTimeAsync(1000);
  }
  expect(sent).toHaveLength(1);
});

test('without a network it says so, tries again less and less often, and keeps the newest form', async () => {
  const autosave = start();
  answers = [offline, offline, kept('later')];
  autosave.changed('a');
  await jest.advanceTimersByTimeAsync(PAUSE_MS);
  expect(states.at(-1)).toEqual({ kind: 'failed', why: '网络不通', again: true });
  await jest.advanceTimersByTimeAsync(RETRY_MS);
  expect(sent).toEqual(['a', 'a']);
  autosave.changed('ab');
  await jest.advanceTimersByTimeAsync(RETRY_MS * 2);
  expect(sent).toEqual(['a', 'a', 'ab']);
  expect(states.at(-1)).toEqual({ kind: 'kept', at: 'later' });
});

test('what is refused is not asked for again by itself, but with the next letter', async () => {
  const autosave = start();
  answers = [refused];
  autosave.changed('a');
  await jest.advanceTimersByTimeAsync(600_000);
  expect(sent).toEqual(['a']);
  expect(states.at(-1)).toMatchObject({ kind: 'failed', again: false });
  autosave.changed('ab');
  await jest.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent).toEqual(['a', 'ab']);
});

test('one request at a time: what is typed meanwhile follows', async () => {
  let end: () => void = () => undefined;
  const autosave = start(async (form) => {
    sent.push(form);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    return kept('x');
  });
  autosave.changed('a');
  await jest.advanceTimersByTimeAsync(PAUSE_MS);
  autosave.changed('ab');
  await jest.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent).toEqual(['a']);
  end();
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(['a', 'ab']);
  end();
});

test('who leaves the page sends what waits at once', async () => {
  const autosave = start();
  autosave.changed('a');
  await autosave.flush();
  expect(sent).toEqual(['a']);
});

test('after a save nothing of the old form is sent any more, not even what was under way', async () => {
  let end: () => void = () => undefined;
  const autosave = start(async (form) => {
    sent.push(form);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    return offline;
  });
  autosave.changed('a');
  await jest.advanceTimersByTimeAsync(PAUSE_MS);
  autosave.changed('ab');
  const stopped = autosave.stop();
  end();
  await stopped;
  await jest.advanceTimersByTimeAsync(600_000);
  expect(sent).toEqual(['a']);
  expect(states).toEqual([{ kind: 'idle' }]);
  autosave.changed('what is typed after the save');
  await jest.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent).toEqual(['a', 'what is typed after the save']);
  end();
});
