import type { Core } from '@strapi/strapi';
import { buildSchema } from 'graphql';
import type { z } from 'zod';
import type {
  AnswerDescription,
  RouteDescription,
} from '../../../disclosure/server/api-description/describe-routes';
import { allDomains, allTypes, requireType } from '../../../disclosure/server/domain/registry';
import { ERROR_CODES, type ErrorCode } from '../../../disclosure/server/errors';
import { schemaText } from '../../../disclosure/server/graphql/schema';
import { siteOf } from '../../../disclosure/server/site/addresses';
import { GraphqlShapes } from './from-graphql';
import { fromZod } from './from-zod';
import { graphqlPath } from './graphql-path';
import { type Components, type JsonSchema, refTo } from './json-schema';
import { recordSchema } from './records';
import { type ApiRoute, apiRoutes } from './routes';

export type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, string[]>[];
  parameters: JsonSchema[];
  requestBody?: JsonSchema;
  responses: Record<string, JsonSchema>;
};

export type OpenApi = {
  openapi: '3.1.0';
  info: JsonSchema;
  servers: JsonSchema[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Components; responses: Record<string, JsonSchema>; securitySchemes: JsonSchema };
};

/** Said of a route that nobody has described; a test finds it. */
export const UNDESCRIBED = '(尚无说明)';

const JSON_TYPE = 'application/json';
const json = (schema: JsonSchema): JsonSchema => ({ [JSON_TYPE]: { schema } });

/** The whole interface as OpenAPI 3.1. */
export function buildDocument(strapi: Core.Strapi): OpenApi {
  const schemas: Components = { Error: errorSchema() };
  const shapes = new GraphqlShapes(buildSchema(schemaText(allDomains(strapi), allTypes(strapi))), schemas);
  const maker = new Operations(strapi, schemas, shapes);
  const paths: OpenApi['paths'] = {};
  for (const route of apiRoutes(strapi)) {
    paths[route.path] = { ...paths[route.path], [route.method]: maker.operationOf(route) };
  }
  paths['/graphql'] = { post: graphqlPath() };
  const { name, url } = siteOf(strapi);
  return {
    openapi: '3.1.0',
    info: {
      title: `${name || '区县政务公开'}开放接口`,
      version: '1',
      description:
        '读取公开的信息不需要登录。网址里的中文须按 UTF-8 编码（如 q=%E4%BD%8E%E4%BF%9D）。日期为北京时间的 YYYY-MM-DD,时刻为带时区的 ISO 8601。错误的形状相同,error.details.code 不会改变。',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: url || '/' }],
    tags: [
      ...new Set(Object.values(paths).flatMap((path) => Object.values(path).flatMap(({ tags }) => tags))),
    ].map((tag) => ({ name: tag })),
    paths,
    components: {
      schemas,
      responses: errorResponses(),
      securitySchemes: {
        apiKey: {
          type: 'apiKey',
          in: 'header',
          name: 'X-API-Key',
          description: '接口密钥,可不带;带了有自己的限额',
        },
        bearer: { type: 'http', scheme: 'bearer', description: '部门系统:POST /api/auth/local 得到的 jwt' },
      },
    },
  };
}

function errorSchema(): JsonSchema {
  return {
    type: 'object',
    description: '错误:message 是给人看的中文,details.code 是给程序看的,不会改变',
    required: ['data', 'error'],
    properties: {
      data: { type: 'null' },
      error: {
        type: 'object',
        required: ['status', 'name', 'message', 'details'],
        properties: {
          status: { type: 'integer' },
          name: { type: 'string' },
          message: { type: 'string' },
          details: {
            type: 'object',
            properties: { code: { type: 'string', enum: Object.keys(ERROR_CODES) } },
          },
        },
      },
    },
  };
}

/** The codes that a status can come with. */
const codesOf = (status: number): string =>
  (Object.keys(ERROR_CODES) as ErrorCode[])
    .filter((code) => ERROR_CODES[code][0] === status)
    .map((code) => `${code}:${ERROR_CODES[code][1]}`)
    .join('\n\n');

const STATUSES = [...new Set(Object.values(ERROR_CODES).map(([status]) => status as number))].sort();

const errorResponses = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    STATUSES.map((status) => [
      `Error${status}`,
      { description: codesOf(status), content: json(refTo('Error')) },
    ]),
  );

/** Statuses of refusals that a route can answer with. */
const READ_REFUSALS = [400, 401, 404, 410, 429];
const refusalsOf = ({ isPublic, method }: ApiRoute): number[] =>
  isPublic && method === 'get' ? READ_REFUSALS : STATUSES;

class Operations {
  constructor(
    private readonly strapi: Core.Strapi,
    private readonly schemas: Components,
    private readonly shapes: GraphqlShapes,
  ) {}

  operationOf(route: ApiRoute): Operation {
    const id = `${route.method}${route.path.replace(/[{}]/g, '').replace(/[^A-Za-z0-9]+(.)?/g, (_all, next: string = '') => next.toUpperCase())}`;
    const description = route.description;
    return {
      operationId: id,
      tags: [description?.tag ?? route.plugin],
      summary: description?.summary ?? UNDESCRIBED,
      ...(description?.details ? { description: description.details } : {}),
      security: route.isPublic ? [{}, { apiKey: [] }] : [{ bearer: [] }],
      parameters: [...pathParameters(route.path, description), ...this.#queryParameters(description, id)],
      ...this.#bodyOf(description, id),
      responses: {
        ...this.#success(description, id),
        ...Object.fromEntries(
          refusalsOf(route).map((status) => [
            String(status),
            { $ref: `#/components/responses/Error${status}` },
          ]),
        ),
      },
    };
  }

  #queryParameters(description: RouteDescription | null, id: string): JsonSchema[] {
    if (!description?.query) return [];
    const { properties = {}, required = [] } = fromZod(description.query, capital(id), this.schemas) as {
      properties?: Record<string, JsonSchema>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, { description: words, ...schema }]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      ...(words ? { description: words } : {}),
      // filters[title][$contains]=…
      ...(takesObject(schema) ? { style: 'deepObject', explode: true } : {}),
      schema,
    }));
  }

  #bodyOf(description: RouteDescription | null, id: string): { requestBody?: JsonSchema } {
    if (description?.takesFile) {
      const schema = {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
      };
      return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
    }
    if (!description?.body) return {};
    return {
      requestBody: { required: true, content: json(fromZod(description.body, capital(id), this.schemas)) },
    };
  }

  #success(description: RouteDescription | null, id: string): Record<string, JsonSchema> {
    const status = String(description?.status ?? 200);
    if (!description) return { [status]: { description: UNDESCRIBED } };
    const content = this.#contentOf(description.answer, id);
    return { [status]: { description: '成功', ...(content ? { content } : {}) } };
  }

  #schemasOf(
    more: Readonly<Record<string, string | z.ZodType>>,
    id: string,
  ): Record<string, string | JsonSchema> {
    return Object.fromEntries(
      Object.entries(more).map(([name, type]) => [
        name,
        typeof type === 'string' ? type : fromZod(type, `${capital(id)}${capital(name)}`, this.schemas),
      ]),
    );
  }

  #contentOf(answer: AnswerDescription, id: string): JsonSchema | null {
    if ('nothing' in answer) return null;
    if ('files' in answer) {
      return Object.fromEntries(answer.files.map((type) => [type, { schema: { type: 'string' } }]));
    }
    if ('schema' in answer) return json(fromZod(answer.schema, `${capital(id)}Answer`, this.schemas));
    if ('page' in answer) return json(this.shapes.of(answer.page));
    if ('data' in answer) {
      const { data, with: more } = answer;
      return json(
        wrapped(more ? this.shapes.extended(data, this.#schemasOf(more, id)) : this.shapes.of(data)),
      );
    }
    const record = recordSchema(requireType(this.strapi, answer.record), this.schemas);
    return json(wrapped(answer.isPage ? { type: 'array', items: record } : record));
  }
}

const wrapped = (data: JsonSchema): JsonSchema => ({
  type: 'object',
  required: ['data'],
  properties: { data, meta: { type: 'object' } },
});

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const takesObject = (schema: JsonSchema): boolean =>
  schema.type === 'object' ||
  '$ref' in schema ||
  ['anyOf', 'allOf', 'oneOf'].some(
    (key) => Array.isArray(schema[key]) && (schema[key] as JsonSchema[]).some(takesObject),
  );

const pathParameters = (path: string, description: RouteDescription | null): JsonSchema[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const values = description?.params?.[name];
    return {
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', ...(values ? { enum: values } : {}) },
    };
  });
