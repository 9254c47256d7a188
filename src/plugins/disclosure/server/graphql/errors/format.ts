import { errors } from '@strapi/utils';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DisclosureError, type ErrorCode } from '../../errors';
import { nameUnstorable } from '../../gate/unstorable';
import { translate } from './messages';

/** Apollo's codes for what the caller did wrong before any resolver ran. */
const CALLERS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const INTERNAL = '服务器内部错误，请稍后再试';

/** Errors of mutations, so that what is wrong in them has the code of a wrong body. */
const ofMutations = new WeakSet<object>();

export const markAsMutation = (error: GraphQLError): void => void ofMutations.add(error);

/** What is wrong with the document or its variables, found before any resolver ran. */
export const isCallersFault = ({
  extensions,
}: {
  extensions?: Record<string, unknown> | undefined;
}): boolean => CALLERS.has(String(extensions?.code));

/**
 * What the caller gets to see of an error: `extensions.error` is the `error` of REST, with its code;
 * nothing of an error that is no refusal, which goes to the log.
 */
export const createErrorFormat =
  (log: (error: unknown) => void) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = nameUnstorable(
      error instanceof GraphQLError && error.originalError ? error.originalError : error,
    );
    const place = {
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
    };
    if (original instanceof errors.ApplicationError || original instanceof errors.HttpError) {
      const { name, message, details } = original;
      const status = original instanceof DisclosureError ? { status: original.status } : {};
      return {
        ...place,
        message,
        extensions: { code: codeOf(original), error: { ...status, name, message, details } },
      };
    }
    if (isCallersFault(formatted)) {
      const code = String(formatted.extensions?.code);
      const message = translate(formatted.message);
      const details = { code: refusalOf(error) };
      return {
        ...place,
        message,
        extensions: { code, error: { status: 400, name: 'ValidationError', message, details } },
      };
    }
    log(original);
    return { ...place, message: INTERNAL, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  };

const refusalOf = (error: unknown): ErrorCode =>
  typeof error === 'object' && error !== null && ofMutations.has(error) ? 'INVALID_INPUT' : 'INVALID_QUERY';

/** The codes that Strapi's GraphQL plugin gives. */
function codeOf(error: Error): string {
  if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) return 'FORBIDDEN';
  if (error instanceof errors.ValidationError) return 'BAD_USER_INPUT';
  return `STRAPI_${error.name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()}`;
}
