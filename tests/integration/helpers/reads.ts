import { type Answer, call } from './call';
import type { Product } from './product';

/** Reads as the public does, without signing in. */
export const read = ({ url }: Pick<Product, 'url'>, path: string): Promise<Answer> => call(`${url}${path}`);

export const PUBLICATIONS = '/api/disclosure/publications';

/** A query string of the given parameters. */
export const queryOf = (parameters: Record<string, string>): string =>
  `?${new URLSearchParams(parameters).toString()}`;

export type Publication = Record<string, unknown> & {
  documentId: string;
  publishedAt: string;
  formedOn: string | null;
};

/** Follows the cursors of a list to its end. */
export async function walk(
  product: Pick<Product, 'url'>,
  parameters: Record<string, string>,
  betweenPages: () => Promise<unknown> = async () => undefined,
): Promise<Publication[]> {
  const found: Publication[] = [];
  let cursor: string | null = null;
  do {
    const { status, body, text } = await read(
      product,
      `${PUBLICATIONS}${queryOf({ ...parameters, ...(cursor ? { cursor } : {}) })}`,
    );
    if (status !== 200) throw new Error(text);
    found.push(...body.data);
    cursor = body.meta.nextCursor;
    if (cursor) await betweenPages();
  } while (cursor);
  return found;
}

export const idsOf = (publications: readonly { documentId: string }[]): string[] =>
  publications.map(({ documentId }) => documentId);
