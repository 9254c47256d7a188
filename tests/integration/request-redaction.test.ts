/** @jest-environment ./tests/integration/helpers/environment.cjs */

import { todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import type { FilesTold, FileTold } from '../../src/plugins/requests/shared/files';
import { plainPdf } from '../support/plain-pdf';
import { type Product, startProduct } from './helpers/product';
import { type RequestDesk, requestDesk } from './helpers/request-desk';

/** A text of a PDF whose letters are not one behind the other is removed, or the clerk is told: it is never kept silently. */
let product: Product;
let desk: RequestDesk;
let id: string;
const NAME = 'Jiangzhou Building Company';

beforeAll(async () => {
  product = await startProduct();
  desk = await requestDesk(product, ['finance-editor']);
  ({ id } = await desk.enter(todayInShanghai()));
});
afterAll(() => product.stop());

const headers = () => desk.people['finance-editor']?.headers ?? {};

async function redact(pages: Parameters<typeof plainPdf>[0], plan: object) {
  const form = new FormData();
  form.append('role', 'original');
  form.append('attachments', new Blob([new Uint8Array(plainPdf(pages))]), 'letter.pdf');
  const path = `${product.url}/requests/requests/${id}/files`;
  const added = (await (
    await fetch(path, { method: 'POST', headers: headers(), body: form })
  ).json()) as FilesTold;
  const original = added.data.at(-1) as FileTold;
  const answer = await fetch(`${path}/${original.id}/redactions`, {
    ...{ method: 'POST', headers: { ...headers(), 'content-type': 'application/json' } },
    body: JSON.stringify({ article: '15', reason: '第三方不同意公开', ...plan }),
  });
  const { data, error } = await answer.json();
  const files = ((await (await fetch(path, { headers: headers() })).json()) as FilesTold).data;
  return {
    message: error?.message as string | undefined,
    copy: files.find((file) => file.id === data?.id) ?? null,
  };
}

const over = [
  [
    ['Head of the letter', 50, 780] as const,
    [`Paid to ${NAME}; and to Jiangzhou`, 50, 80] as const,
    ['- 1 -', 290, 30] as const,
  ],
  [['Head of the letter', 50, 780] as const, ['Building Company on the same day.', 50, 760] as const],
];
const column = [
  [
    [`Paid to ${NAME}.`, 50, 780] as const,
    ...(
      [
        ['Jiangzhou', 50],
        ['Money', 300],
      ] as const
    ).map(([text, x]) => [text, x, 700] as const),
    ...(
      [
        ['Building', 50],
        ['1000', 300],
      ] as const
    ).map(([text, x]) => [text, x, 685] as const),
    ['Company', 50, 670] as const,
  ],
];
const removals = [{ text: NAME }];

test('over the end of a page it is found, between the number of the page and the head of the next one', async () => {
  const { copy, message } = await redact(over, { removals });
  expect(message).toBeUndefined();
  expect(copy?.redaction?.removed).toBe(2);
});

test('down a column it is told with its page; covered as a region the copy is made', async () => {
  const refused = await redact(column, { removals });
  expect(refused.copy).toBeNull();
  expect(refused.message).toContain(`“${NAME}”在第1页被分行、分栏或者分页隔开`);
  const region = { page: 1, x: 0.05, y: 0.15, width: 0.3, height: 0.07 };
  const made = await redact(column, { removals, regions: [region] });
  expect(made.message).toBeUndefined();
  expect(made.copy?.redaction?.removed).toBe(2);
});

test('where places are chosen one by one, one that lies on two pages is told as well', async () => {
  const { copy, message } = await redact(over, { removals: [{ text: NAME, only: [0] }] });
  expect([copy, message]).toEqual([null, expect.stringContaining('第1页')]);
});
