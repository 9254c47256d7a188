import { type DocumentNode, GraphQLError, Kind, type ValidationRule } from 'graphql';
import type { ApolloPlugin } from '../apollo';
import { checkDocument } from './check';

/** Why a document was refused, by the empty one that stands in its place. */
const refused = new WeakMap<DocumentNode, string>();

/**
 * Checks the limits before anything else looks at a document. The validation rules that come after
 * (the depth limit of Strapi's plugin among them) write fragments out, so a few lines of fragments that
 * multiply would keep them busy for ever, and one that contains itself overflows their stack: an
 * empty document takes the place of a refused one, and the rule below reports why.
 */
export const limitsPlugin: ApolloPlugin = {
  async requestDidStart() {
    return {
      async validationDidStart(context) {
        const { schema, document, source, request } = context;
        const reason = checkDocument(schema, document, {
          length: source.length,
          variables: request.variables,
        });
        if (reason === null) return;
        context.document = { kind: Kind.DOCUMENT, definitions: [] };
        refused.set(context.document, reason);
      },
    };
  },
};

/** Reports what the plugin has refused. */
export const limitsRule: ValidationRule = (context) => {
  const reason = refused.get(context.getDocument());
  if (reason) context.reportError(new GraphQLError(reason));
  return {};
};
