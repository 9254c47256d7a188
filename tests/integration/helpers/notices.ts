import type { Duty, Member } from '../../../src/plugins/disclosure/server/types';
import type { Inbox } from '../../../src/plugins/notifications/server/contract';
import { call } from './call';
import { type Credentials, makeMember, makePanelUser, signInPanel } from './people';
import type { Product } from './product';
import { until } from './schedules';

/** A person of the panel, made for a test. */
export type Person = { personId: string; email: string; credentials: Credentials; member: Member };

/** Makes a person with an account of the panel and signs her in. */
export async function makePerson(
  product: Product,
  name: string,
  department: string,
  duties: readonly Duty[],
): Promise<Person> {
  const email = `${name}@example.test`;
  const role = duties.includes('supervisor') ? 'disclosure-office' : 'disclosure-department';
  const { id } = await makePanelUser(product, email, role);
  const personId = await makeMember(product.strapi, { department, duties, adminUser: id });
  return {
    personId,
    email,
    credentials: await signInPanel(product, email, product.demoPassword),
    member: { kind: 'member', personId, name: '测试人员', department, duties, via: 'admin' },
  };
}

export const inboxOf = async (product: Product, { credentials }: Person, query = ''): Promise<Inbox> => {
  const { body, status, text } = await call(`${product.url}/notifications/inbox${query}`, {
    headers: credentials.headers,
  });
  if (status !== 200) throw new Error(text);
  return body.data;
};

/** Waits until everything that has happened is delivered. */
export const settled = (product: Product): Promise<number> =>
  until('the queue to be empty', async () => {
    const rows = await product.query('select 1 from outbox_deliveries where set_aside_at is null limit 1');
    return rows.length === 0;
  });

/** What a person is told of a document, by kind. */
export async function toldOf(product: Product, person: Person, documentId: string): Promise<string[]> {
  const rows = await product.query<{ kind: string }>(
    'select kind from notifications where person_id = $1 and document_id = $2 order by id',
    [person.personId, documentId],
  );
  return rows.map(({ kind }) => kind);
}
