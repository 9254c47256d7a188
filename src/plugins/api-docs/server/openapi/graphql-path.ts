import type { Operation } from './document';

/** GraphQL is one route of Strapi's plugin; its schema is a document of its own. */
export const graphqlPath = (): Operation => ({
  operationId: 'postGraphql',
  tags: ['GraphQL'],
  summary: 'GraphQL:同样的读取和办理',
  description: '类型见 /api/schema.graphql。读取不需要登录。',
  security: [{}, { apiKey: [] }, { bearer: [] }],
  parameters: [],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['query'],
          properties: {
            query: { type: 'string' },
            variables: { type: 'object' },
            operationName: { type: 'string' },
          },
        },
      },
    },
  },
  responses: {
    '200': {
      description: '答案,或 errors',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: {
              data: { type: ['object', 'null'] },
              errors: { type: 'array', items: { type: 'object' } },
            },
          },
        },
      },
    },
    '429': { $ref: '#/components/responses/Error429' },
  },
});
