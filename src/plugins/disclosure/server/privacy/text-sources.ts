import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import type { Transaction, Values } from '../types';
import type { DocumentText } from './document/texts';

/** What a source may look into; `trx` is the gate's transaction, absent when only a view is asked for. */
export type TextSourceContext = {
  strapi: Core.Strapi;
  trx?: Transaction;
  type: RegisteredType;
  documentId: string;
  draft: Values;
};

/** Texts that belong to a document but do not stand in its fields, e.g. the rows of its roster. */
export type TextSource = {
  /** without a query: most documents have none */
  concerns: (type: RegisteredType, draft: Values) => boolean;
  /** read in pieces, so that a long list never stands in memory as a whole */
  texts: (context: TextSourceContext) => AsyncIterable<DocumentText>;
};

const sources = new WeakMap<object, TextSource[]>();

/** Adds texts to what is scanned of documents at submission, approval and publication. Called at `register`. */
export function addTextSource(strapi: Core.Strapi, source: TextSource): void {
  sources.set(strapi, [...(sources.get(strapi) ?? []), source]);
}

/** The texts of a document from every source that concerns it. */
export async function* otherTexts(context: TextSourceContext): AsyncGenerator<DocumentText> {
  for (const source of sources.get(context.strapi) ?? []) {
    if (source.concerns(context.type, context.draft)) yield* source.texts(context);
  }
}
