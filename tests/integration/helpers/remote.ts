import { type Answer, call } from './call';

const RECORDS = '/api/major-construction-projects/records';

/** A department's business system that works through the API of a server of its own process. */
export type Remote = {
  create: (values: Record<string, unknown>) => Promise<string>;
  edit: (documentId: string, body: Record<string, unknown>) => Promise<Answer>;
  verb: (documentId: string, verb: string, body?: Record<string, unknown>) => Promise<Answer>;
};

/** Signs in; the token works at every instance of the installation. */
export async function signIn(url: string, account: string, password: string): Promise<string> {
  const { status, body, text } = await call(`${url}/api/auth/local`, {
    method: 'POST',
    body: { identifier: `${account}@example.test`, password },
  });
  if (status !== 200) throw new Error(text);
  return body.jwt;
}

export function remote(url: string, token: string): Remote {
  const headers = { authorization: `Bearer ${token}` };
  return {
    async create(values) {
      const { status, body, text } = await call(`${url}${RECORDS}`, {
        method: 'POST',
        headers,
        body: { data: values },
      });
      if (status !== 201) throw new Error(text);
      return body.data.documentId;
    },
    edit: (documentId, body) => call(`${url}${RECORDS}/${documentId}`, { method: 'PUT', headers, body }),
    verb: (documentId, verb, body = {}) =>
      call(`${url}${RECORDS}/${documentId}/${verb}`, { method: 'POST', headers, body }),
  };
}
