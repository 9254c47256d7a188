import { type FetchError, useAPIErrorHandler } from '@strapi/strapi/admin';

type QueryError = Parameters<ReturnType<typeof useAPIErrorHandler>['_unstableFormatAPIError']>[0];

/** Turns what a request was refused with into the sentence for the person. */
export function useErrorText(): (error: unknown) => string {
  const { _unstableFormatAPIError } = useAPIErrorHandler();
  return (error) => _unstableFormatAPIError(error as QueryError & FetchError) || '没有办成，请稍后再试';
}

/** The server's code of what a request was refused with. */
export const codeOf = (error: unknown): string | null =>
  (error as { details?: { code?: string } | null } | null)?.details?.code ?? null;
