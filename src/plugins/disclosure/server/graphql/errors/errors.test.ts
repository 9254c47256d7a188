import { errors } from '@strapi/utils';
import { buildSchema, GraphQLError, parse, validate } from 'graphql';
import { DisclosureError } from '../../errors';
import { ENGINE_SCHEMA } from '../schema/engine';
import { createErrorFormat, markAsMutation } from './format';
import { isMutation } from './is-mutation';
import { translate } from './messages';

const logged: unknown[] = [];
const format = createErrorFormat((error) => logged.push(error));
beforeEach(() => {
  logged.length = 0;
});

/** An error as Apollo hands it over. */
const thrown = (original: Error) => {
  const error = new GraphQLError(original.message, { originalError: original, path: ['a'] });
  return format({ ...error.toJSON(), extensions: { code: 'INTERNAL_SERVER_ERROR' } }, error);
};

test('a refusal is the error of REST', () => {
  const refusal = new DisclosureError('STALE_VERSION', undefined, { currentVersion: 3 });
  expect(thrown(refusal)).toEqual({
    message: refusal.message,
    path: ['a'],
    extensions: {
      code: 'STRAPI_APPLICATION_ERROR',
      error: {
        status: 409,
        name: 'ApplicationError',
        message: refusal.message,
        details: { code: 'STALE_VERSION', currentVersion: 3 },
      },
    },
  });
  expect(logged).toEqual([]);
});

test.each([
  [new errors.ForbiddenError('no'), 'FORBIDDEN'],
  [new errors.ValidationError('bad'), 'BAD_USER_INPUT'],
  [new errors.NotFoundError('gone'), 'STRAPI_NOT_FOUND_ERROR'],
])("Strapi's own errors keep the code of its plugin: %s", (error, code) => {
  expect(thrown(error)).toMatchObject({ message: error.message, extensions: { code } });
});

test('of any other error nothing is told, and all of it is logged', () => {
  const error = new Error('password=secret at 10.0.0.1');
  const told = thrown(error);
  expect(JSON.stringify(told)).not.toContain('secret');
  expect(told).toEqual({
    message: '服务器内部错误，请稍后再试',
    path: ['a'],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
  expect(logged).toEqual([error]);
});

test('text that no database can hold is the mistake of the caller', () => {
  const error = Object.assign(new Error('invalid byte sequence'), { code: '22021' });
  expect(thrown(error)).toMatchObject({ extensions: { error: { details: { code: 'INVALID_INPUT' } } } });
});

test.each([
  ['query', 'INVALID_QUERY'],
  ['mutation', 'INVALID_INPUT'],
])('what is wrong in a %s has the code %s', (kind, code) => {
  const error = new GraphQLError('Unknown argument "foo" on field "Query.domain".', {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
  if (kind === 'mutation') markAsMutation(error);
  expect(format(error.toJSON(), error)).toEqual({
    message: '请求有误：“Query.domain”没有参数“foo”',
    extensions: {
      code: 'GRAPHQL_VALIDATION_FAILED',
      error: { status: 400, name: 'ValidationError', message: expect.any(String), details: { code } },
    },
  });
});

describe('the sentences of graphql-js in Chinese', () => {
  const schema = buildSchema(`${ENGINE_SCHEMA} type Mutation { make(data: In!): Int } input In { a: Int! }`);
  test.each([
    ['{ domains { foo } }', '“Domain”没有字段“foo”'],
    ['{ domains(foo: 1) { name } }', '“Query.domains”没有参数“foo”'],
    ['{ domain { name } }', '“domain”须填写参数“slug”（String!）'],
    ['{ domains }', '字段“domains”须写明要取它的哪些字段'],
    ['{ publications(sort: best) { data { title } } }', '“PublicationSort”没有“best”这个值'],
    ['mutation { make(data: { a: 1, b: 2 }) }', '不认识或不能填写的字段：b（In）'],
    ['mutation { make(data: {}) }', '须填写“In.a”（Int!）'],
    ['query { domain(slug: $s) { name } }', '没有声明变量“$s”'],
  ])('%s', (query, sentence) => {
    const [error] = validate(schema, parse(query));
    expect(translate(String(error?.message))).toBe(`请求有误：${sentence}`);
  });

  test('what is Chinese already stays, and what clients compare as well', () => {
    expect(translate('查询超出限制：x')).toBe('查询超出限制：x');
    expect(translate('PersistedQueryNotSupported')).toBe('PersistedQueryNotSupported');
  });

  test('what nobody has translated is still told', () => {
    expect(translate('Something new.')).toBe('请求有误：Something new.');
  });
});

test.each([
  ['{ a }', undefined, false],
  ['mutation { a }', undefined, true],
  ['query Q { a } mutation M { a }', 'Q', false],
  ['query Q { a } mutation M { a }', 'M', true],
  ['query Q { a } mutation M { a }', undefined, true],
])('whether it is a mutation: %s %s', (query, name, expected) => {
  expect(isMutation(parse(query), name)).toBe(expected);
});
