import type { TestServer } from '../../support';

const RECORDS = '/api/major-construction-projects/records';

type Json = Record<string, unknown>;

/** The API of a server, as the business system of a department uses it. */
export async function departmentApi(server: TestServer, account: string) {
  const send = async (method: string, path: string, body?: Json, token?: string) => {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as Json;
  };
  const { jwt } = await send('POST', '/api/auth/local', {
    identifier: `${account}@example.test`,
    password: server.demoPassword,
  });
  const projects = (await send('GET', '/api/major-construction-projects/projects')).data as Json[];
  const own = (method: string, path: string, body?: Json) =>
    send(method, `${RECORDS}${path}`, body, String(jwt)).then(({ data }) => data as Json);
  return {
    /** a draft of the department */
    create: async (title: string, more: Json = {}): Promise<string> => {
      const data = {
        title,
        project: projects[0]?.documentId,
        item: 'MP6-02',
        kind: 'notice',
        formedOn: '2026-11-02',
        body: '<p>第一段。</p><p>第二段。</p>',
        ...more,
      };
      return String((await own('POST', '', { data })).documentId);
    },
    edit: (documentId: string, data: Json) => own('PUT', `/${documentId}`, { data }),
    verb: (documentId: string, verb: string, body: Json = {}) => own('POST', `/${documentId}/${verb}`, body),
  };
}
