import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { findType, type RegisteredType } from '../domain/registry';
import { type Values, VERBS, type VerbName } from '../types';

/** Strapi's handlers of the panel that write, and the verb that each one is. */
const VERB_OF_PANEL_HANDLER: Record<string, VerbName> = {
  'collection-types.create': 'create',
  'collection-types.update': 'edit',
  'collection-types.delete': 'delete',
  'collection-types.bulkDelete': 'delete',
  'collection-types.publish': 'publish',
  'collection-types.bulkPublish': 'publish',
  'collection-types.unpublish': 'withdraw',
  'collection-types.bulkUnpublish': 'withdraw',
  'collection-types.discard': 'discard',
  'collection-types.clone': 'clone',
  'collection-types.autoClone': 'clone',
};
const VERB_OF_ACTION: Record<string, VerbName> = {
  create: 'create',
  update: 'edit',
  mask: 'edit',
  roster: 'edit',
  delete: 'delete',
};

type Route = { handler?: unknown; info?: { pluginName?: string } };
type Params = {
  model?: string;
  id?: string;
  sourceId?: string;
  uid?: string;
  documentId?: string;
  verb?: string;
};
type Body = Values & { documentIds?: string[] };

/** A request that means to change a disclosure document, by whichever door. */
export type AttemptedWrite = {
  door: 'api' | 'button' | 'panel';
  verb: VerbName;
  type: RegisteredType;
  documentId: string | undefined;
  body: Values;
};

/** What a request means to change; null where it only reads, or is about something else. */
export function attemptedWrite(strapi: Core.Strapi, ctx: Context): AttemptedWrite | null {
  const { handler, info } = (ctx.state.route ?? {}) as Route;
  const params = (ctx.params ?? {}) as Params;
  const body = (ctx.request.body ?? {}) as Body;
  const [controller, action = ''] = typeof handler === 'string' ? handler.split('.') : [];
  const own = findType(strapi, `plugin::${info?.pluginName}.${controller}`);
  const uid = own?.uid ?? params.model ?? params.uid;
  const type = findType(strapi, uid ?? '');
  const named = VERBS.find((name) => name === params.verb);
  const door = own ? 'api' : params.model ? 'panel' : 'button';
  const verb = door === 'panel' ? VERB_OF_PANEL_HANDLER[String(handler)] : (named ?? VERB_OF_ACTION[action]);
  if (!type || !verb) return null;
  const documentId = params.documentId ?? params.id ?? params.sourceId ?? body.documentIds?.[0];
  return { door, verb, type, documentId, body };
}
