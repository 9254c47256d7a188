import { type Answer, call } from './call';
import type { Credentials } from './people';
import type { Product } from './product';

const REASON = '区政府办公室关于目录梳理的意见';
export const EVIDENCE = { title: '重大建设项目领域基层政务公开标准指引', docNo: '发改办投资〔2019〕621号' };

/** Acts on a row as the page 标准目录 does. */
export const maintain = (
  { url }: Pick<Product, 'url'>,
  { headers }: Credentials,
  code: string,
  act: string,
  body: object = {},
): Promise<Answer> =>
  call(`${url}/disclosure/catalogue/${code}/${act}`, {
    method: 'POST',
    headers,
    body: { reason: REASON, ...body },
  });

/** Two rows that a split makes. */
export const PARTS = { rows: [{ level2: '甲类' }, { level2: '乙类' }] };

/** A body with which each act is possible on a row that is not confirmed. */
export const BODIES: Record<string, object> = {
  confirm: { evidence: EVIDENCE },
  correct: { values: { publisher: '区发展改革局' } },
  split: PARTS,
  merge: { rows: ['D01-18'] },
  retire: {},
};
