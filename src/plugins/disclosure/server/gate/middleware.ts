import type { Core } from '@strapi/strapi';
import { findType } from '../domain/registry';
import type { DocumentUid, Values, VerbName } from '../types';
import { execute } from './execute';
import { guardReferenceData, isReferenceType } from './reference-guard';
import { isInsideGate, runInsideGate } from './storage';
import { loadWorkingCopy } from './working-copy';

/** The document-service actions that write, and the verb that each one is. */
const VERB_OF_ACTION: Record<string, VerbName> = {
  create: 'create',
  update: 'edit',
  clone: 'clone',
  delete: 'delete',
  discardDraft: 'discard',
  publish: 'publish',
  unpublish: 'withdraw',
};

type Params = { documentId?: string; data?: Values; status?: string; locale?: unknown };
type DocumentContext = { uid: string; action: string; params: Params };

/**
 * The document-service middleware behind which every disclosure type stands, whoever calls: admin
 * panel, REST, GraphQL, import or job. `status: 'published'` in a create or update would publish
 * without a second pass through this chain, so it is taken out: only the verb publishes.
 */
export const createGateMiddleware =
  (strapi: Core.Strapi) =>
  async (context: DocumentContext, next: () => Promise<unknown>): Promise<unknown> => {
    const verb = VERB_OF_ACTION[context.action];
    if (!verb || isInsideGate()) return next();
    if (isReferenceType(context.uid)) return guardReferenceData(strapi, context, next);
    const type = findType(strapi, context.uid as DocumentUid);
    if (!type) return next();
    const { params } = context;
    if (verb === 'edit' && isPartOfPublish(strapi)) {
      return loadWorkingCopy(strapi, type.uid, String(params.documentId));
    }
    const result = await execute(strapi, {
      verb,
      type,
      documentId: params.documentId,
      data: params.data,
      input: params.documentId ? versionOf(params.data) : {},
      write: (data) => {
        context.params = { ...params, ...(data ? { data } : {}) };
        if (verb !== 'publish') delete context.params.status;
        return runInsideGate(next);
      },
    });
    return result.value;
  };

/** The panel's own endpoint saves its form before it publishes: what was approved is published as it was approved. */
const isPartOfPublish = (strapi: Core.Strapi): boolean =>
  strapi.requestContext.get()?.state.route?.handler === 'collection-types.publish';

/** The panel sends the version that its form was opened with back among the values. */
function versionOf(data: Values | undefined): { expectedVersion?: number } {
  const version = Number(data?.version);
  return data?.version != null && Number.isInteger(version) ? { expectedVersion: version } : {};
}
