import type { RequestTold, StatusTold } from '../../../src/plugins/requests/shared/contract';
import { call } from './call';
import { type Credentials, signInPanel } from './people';
import type { Product } from './product';

/** An answer of the desk or of the applicant's side. */
export type Told<T> = { status: number; data: T; code: string | null; message: string };
export type ApplicantKey = { queryCode: string; idLast4: string };

export const APPLICANT = {
  kind: 'person',
  name: '欧阳明月',
  idType: 'idCard',
  idNumber: '11010519491231002X',
  phone: '13800138000',
};

/** Requests as people handle them: over the real routes. */
export async function requestDesk(product: Product, accounts: readonly string[]) {
  const people: Record<string, Credentials> = {};
  for (const account of accounts) {
    people[account] = await signInPanel(product, `${account}@example.test`, product.demoPassword);
  }
  async function ask<T>(path: string, body: unknown, who?: string): Promise<Told<T>> {
    const answer = await call(`${product.url}${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body }),
      headers: who ? (people[who]?.headers ?? {}) : {},
    });
    return {
      ...{ status: answer.status, data: answer.body?.data ?? null, code: answer.code },
      message: String(answer.body?.error?.message ?? ''),
    };
  }
  const application = (changes: object = {}) => ({
    ...{ department: 'finance', applicant: APPLICANT, wanted: { name: '2025年预算执行情况' } },
    ...{ form: { medium: 'electronic', delivery: 'online' }, ...changes },
  });
  return {
    people,
    application,
    open: <T>(path: string, body: unknown) => ask<T>(`/api/requests${path}`, body),
    act: (who: string | undefined, id: string, verb: string, body: object = {}) =>
      ask<RequestTold>(`/requests/requests/${id}/${verb}`, body, who),
    look: async (who: string, id: string) =>
      (await ask<RequestTold>(`/requests/requests/${id}`, undefined, who)).data,
    status: async (key: ApplicantKey) => (await ask<StatusTold>('/api/requests/status', key)).data,
    /** as somebody applies online */
    async apply(changes: object = {}): Promise<{ id: string; key: ApplicantKey }> {
      await product.query('delete from information_request_attempts');
      const { data } = await ask<{ queryCode: string }>('/api/requests/', application(changes));
      const [row] = await product.query<{ id: string }>(
        'select id from information_requests order by submitted_at desc limit 1',
      );
      return { id: String(row?.id), key: { queryCode: data.queryCode, idLast4: '002X' } };
    },
    /** as the desk writes down a letter that came on a day */
    async enter(receivedOn: string, changes: object = {}, who = 'finance-editor') {
      const body = { application: application(changes), channel: 'letter', receivedOn };
      const { data } = await ask<{ id: string; queryCode: string }>('/requests/requests', body, who);
      return { id: data.id, key: { queryCode: data.queryCode, idLast4: '002X' } };
    },
    /** what happened on an earlier day, as if it had been entered then */
    happened: (id: string, type: string, on: string, data: object = {}) =>
      product.query(
        `insert into information_request_events (request_id, type, on_day, data, by_name) values ($1, $2, $3, $4, '某人')`,
        [id, type, on, JSON.stringify(data)],
      ),
  };
}

export type RequestDesk = Awaited<ReturnType<typeof requestDesk>>;

const passed = { result: 'passed', opinion: '没有意见' };

/** From the draft to the answer that was sent today. */
export async function answerRequest(
  { act }: RequestDesk,
  id: string,
  { answer, on, department = 'finance' }: { answer: object; on: string; department?: string },
): Promise<Told<RequestTold>> {
  const [editor, reviewer] = [`${department}-editor`, `${department}-reviewer`];
  await act(editor, id, 'saveAnswer', { answer });
  await act(editor, id, 'submit');
  await act(reviewer, id, 'legalReview', passed);
  await act(reviewer, id, 'secrecyReview', passed);
  await act(reviewer, id, 'approve');
  return act(editor, id, 'send', { on, method: 'online' });
}
