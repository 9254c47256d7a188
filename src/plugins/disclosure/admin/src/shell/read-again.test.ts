import { readAgain } from './read-again';

jest.mock('@strapi/strapi/admin', () => ({ adminApi: { endpoints: {} } }), { virtual: true });

const settled = (name: string, how: 'fulfilled' | 'rejected' = 'fulfilled') => ({
  type: `adminApi/executeQuery/${how}`,
  meta: { arg: { endpointName: name, originalArgs: { page: 1 }, queryCacheKey: `${name}(1)` } },
});
const refused = (name: string, forceRefetch: boolean) => ({
  type: 'adminApi/executeQuery/rejected',
  meta: { condition: true, arg: { ...settled(name).meta.arg, forceRefetch } },
});

/** What is read again, after some actions. */
async function after(...actions: readonly { type: string }[]): Promise<unknown[]> {
  const dispatch = jest.fn();
  const passed: unknown[] = [];
  const middleware = readAgain((name, args) => [name, args])({ dispatch })((action) => passed.push(action));
  for (const action of actions) middleware(action);
  await Promise.resolve();
  expect(passed).toEqual(actions);
  return dispatch.mock.calls.map(([action]) => action as unknown);
}

const LIST = ['list', { page: 1 }];

test.each<[string, { type: string }[], unknown[]]>([
  [
    'what changed while it was read is read again once that has ended',
    [refused('list', true), settled('list')],
    [LIST],
  ],
  ['… however it has ended', [refused('list', true), settled('list', 'rejected')], [LIST]],
  [
    'once, for any number of changes',
    [refused('list', true), refused('list', true), settled('list'), settled('list')],
    [LIST],
  ],
  ['not before it has ended', [refused('list', true), settled('bell')], []],
  ['not where nothing changed', [settled('list')], []],
  ['not where a second reader joins the first', [refused('list', false), settled('list')], []],
  ['no other action means anything', [{ type: 'adminApi/executeMutation/fulfilled' }, { type: 'x' }], []],
])('%s', async (_what, actions, read) => {
  expect(await after(...actions)).toEqual(read);
});
