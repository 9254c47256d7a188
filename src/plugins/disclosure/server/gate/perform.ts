import type { Core } from '@strapi/strapi';
import { requireType } from '../domain/registry';
import type { DocumentUid, Values, VerbInput, VerbName } from '../types';
import { VERB_TABLE } from '../verbs';
import type { VerbResult } from '../verbs/verb';
import { execute } from './execute';
import { runInsideGate } from './storage';

export type Request = {
  verb: VerbName;
  uid: DocumentUid;
  documentId?: string | undefined;
  data?: Values | undefined;
  input?: VerbInput | undefined;
};

/**
 * Uses a verb on a document: what REST, GraphQL, the panel's buttons, imports and jobs call.
 *
 * @throws DisclosureError when a rule refuses
 */
export function perform(strapi: Core.Strapi, request: Request): Promise<VerbResult> {
  const { verb, uid, documentId, data, input = {} } = request;
  const { action } = VERB_TABLE[verb];
  return execute(strapi, {
    verb,
    type: requireType(strapi, uid),
    documentId,
    data,
    input,
    write: (values) => {
      if (!action) throw new Error(`${verb} has no write of Strapi's own`);
      const service = strapi.documents(uid) as unknown as Record<
        string,
        (params: Values) => Promise<unknown>
      >;
      const params = { ...(documentId ? { documentId } : {}), ...(values ? { data: values } : {}) };
      return runInsideGate(async () => service[action]?.(params));
    },
  });
}
