import type { VerbName } from '../../../src/plugins/disclosure/server/types';
import { IN_AN_HOUR } from './documents';
import type { Attempt, Door, Outcome } from './doors';
import { graphql } from './graphql';
import type { Credentials } from './people';
import type { Product } from './product';

const TYPE = 'major-construction-projects.record';
const REASON = '按规定办理';

type Arguments = (attempt: Attempt) => Record<string, unknown>;

const declared: Record<string, string> = {
  type: 'String!',
  documentId: 'ID!',
  data: 'MajorConstructionProjectsRecordInput!',
  reason: 'String',
  department: 'String',
  edition: 'Int',
  publishAt: 'String',
};

const mutate =
  (field: string, argumentsOf: Arguments) =>
  async (product: Product, who: Credentials, attempt: Attempt): Promise<Outcome> => {
    const variables = argumentsOf(attempt);
    const names = Object.keys(variables);
    const head = names.map((name) => `$${name}: ${declared[name]}`).join(', ');
    const args = names.map((name) => `${name}: $${name}`).join(', ');
    const answer = await graphql(
      product,
      `mutation (${head}) { done: ${field}(${args}) { documentId } }`,
      variables,
      who,
    );
    if (answer.data?.done) return { code: 'done', status: answer.status };
    const status = answer.errors[0]?.extensions.error?.status ?? null;
    return { code: answer.code ?? `no code: ${answer.text.slice(0, 200)}`, status };
  };

const verb = (name: VerbName, more: Record<string, unknown> = {}) =>
  mutate(`${name}Document`, ({ documentId }) => ({ type: TYPE, documentId, ...more }));

const record = (action: string) => `${action}MajorConstructionProjectsRecord`;

/** The mutations of GraphQL. */
export const graphqlDoor: Door = {
  name: 'GraphQL',
  for: ['api'],
  verbs: {
    create: mutate(record('create'), ({ values }) => ({ data: values })),
    edit: mutate(record('update'), ({ documentId }) => ({ documentId, data: { title: '修改后的标题' } })),
    delete: mutate(record('delete'), ({ documentId }) => ({ documentId })),
    submit: verb('submit'),
    return: verb('return', { reason: REASON }),
    approve: verb('approve'),
    publish: verb('publish'),
    schedule: verb('schedule', IN_AN_HOUR),
    unschedule: verb('unschedule'),
    expedite: verb('expedite', { reason: REASON }),
    ratify: verb('ratify'),
    withdraw: verb('withdraw', { reason: REASON }),
    correct: verb('correct', { reason: REASON }),
    restore: verb('restore', { edition: 1 }),
    transfer: verb('transfer', { reason: REASON, department: 'finance' }),
  },
};
