import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';

/** The part of an Apollo request that the engine's plugins look at. */
type RequestContext = {
  schema: GraphQLSchema;
  source: string;
  document: DocumentNode;
  request: { variables?: Record<string, unknown>; operationName?: string | null };
};

type RequestListener = {
  validationDidStart?: (context: RequestContext) => Promise<void>;
  didEncounterErrors?: (
    context: Partial<RequestContext> & {
      request: RequestContext['request'];
      errors: readonly GraphQLError[];
    },
  ) => Promise<void>;
};

/** A plugin of Apollo Server 4, as far as the engine uses them. */
export type ApolloPlugin = {
  serverWillStart?: () => Promise<{ renderLandingPage: () => Promise<{ html: string }> } | undefined>;
  requestDidStart?: () => Promise<RequestListener>;
};
