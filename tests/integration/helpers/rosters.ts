import type { Values } from '../../../src/plugins/disclosure/server/types';
import type { Answer } from './call';
import { act, type Documents, RECORD } from './documents';
import type { Credentials } from './people';
import type { Product } from './product';
import { read } from './reads';

/** A file as a browser sends it. */
export type UploadFile = { name: string; content: string | Buffer };

/** The doors through which a roster is uploaded. */
export const UPLOAD_PATHS = {
  api: (documentId: string) => `/api/major-construction-projects/records/${documentId}/roster`,
  panel: (documentId: string) => `/disclosure/desk/${RECORD}/${documentId}/roster`,
};

/** Uploads a file as a form. */
export async function uploadFile(
  { url }: Pick<Product, 'url'>,
  { headers }: Pick<Credentials, 'headers'>,
  path: string,
  { name, content }: UploadFile,
  fields: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  const bytes = typeof content === 'string' ? content : new Uint8Array(content);
  form.append('file', new Blob([bytes]), name);
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: form });
  const text = await response.text();
  const body = text ? JSON.parse(text) : null;
  return {
    status: response.status,
    body,
    text,
    headers: response.headers,
    code: body?.error?.details?.code ?? null,
  };
}

/** Identity numbers and cards made for tests: they pass their checks and belong to nobody. */
export const IDENTITY_NUMBER = '11010519491231002X';
export const BANK_CARD = '6217001234567890122';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The n-th identity number of a made-up birthday, with its check character. */
export function identityNumber(n: number): string {
  const digits = `36010419${50 + (n % 50)}0101${String(n % 1000).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0);
  return digits + '10X98765432'[sum % 11];
}

/** A short welfare list as a department keeps it, with everything that must not be public. */
export const WELFARE_CSV = `姓名,身份证号,银行卡号,村,补助金额(元),发放日期
张三,${IDENTITY_NUMBER},${BANK_CARD},湖坊村,1200.50,2026年3月5日
李四,${identityNumber(7)},${BANK_CARD},湖坊村,"1,000",2026-03-05
王五,${identityNumber(8)},,曙光村,-80,2026/1/5
`;

export const welfareFile = (content: string | Buffer = WELFARE_CSV): UploadFile => ({
  name: '低保名单.csv',
  content,
});

/** What a record of the kind 名单台账 differs in. */
export const ROSTER_VALUES: Values = { title: '低保对象名单', kind: 'roster', body: null };

export const rosterPath = (documentId: string, query = '') =>
  `/api/disclosure/publications/${documentId}/roster${query}`;

/** The public rows of a roster. */
export const readRoster = (product: Pick<Product, 'url'>, documentId: string, query = ''): Promise<Answer> =>
  read(product, rosterPath(documentId, query));

/** Brings a record with its roster before the public. */
export async function publishRoster(
  { strapi }: Product,
  { editor, reviewer }: Documents,
  documentId: string,
): Promise<void> {
  await act(strapi, editor, { verb: 'submit', documentId });
  await act(strapi, reviewer, { verb: 'approve', documentId });
  await act(strapi, reviewer, { verb: 'publish', documentId });
}
