import type { VerbName } from '../../../src/plugins/disclosure/server/types';
import { call } from './call';
import type { Access } from './cast';
import { IN_AN_HOUR, RECORD } from './documents';
import type { Credentials } from './people';
import type { Product } from './product';

/** A way to write. */
export type Attempt = {
  documentId: string;
  /** values of a create */
  values: Record<string, unknown>;
};

/** What came of an attempt: `done`, or the refusal's code with its HTTP status. */
export type Outcome = { code: string; status: number | null };

export type Door = {
  name: string;
  /** whose credentials it looks at, the first that somebody has */
  for: readonly (keyof Access)[];
  /** the verbs that this door knows */
  verbs: Partial<
    Record<VerbName, (product: Product, who: Credentials, attempt: Attempt) => Promise<Outcome>>
  >;
};

type Http = { method: string; path: (documentId: string) => string; body?: (attempt: Attempt) => unknown };

const overHttp =
  ({ method, path, body }: Http) =>
  async ({ url }: Product, { headers }: Credentials, attempt: Attempt): Promise<Outcome> => {
    const answer = await call(`${url}${path(attempt.documentId)}`, {
      method,
      headers,
      body: body?.(attempt),
    });
    if (answer.status < 300) return { code: 'done', status: answer.status };
    return { code: answer.code ?? `no code: ${answer.text.slice(0, 200)}`, status: answer.status };
  };

const EDITED = { title: '修改后的标题' };
const REASON = '按规定办理';
const TAKES_OVER = 'finance';

const records = '/api/major-construction-projects/records';
const restVerb = (verb: string, body: unknown = {}) =>
  overHttp({ method: 'POST', path: (id) => `${records}/${id}/${verb}`, body: () => body });

/** `POST|PUT|DELETE /api/major-construction-projects/records…` */
const rest: Door = {
  name: 'REST',
  for: ['api'],
  verbs: {
    create: overHttp({ method: 'POST', path: () => records, body: ({ values }) => ({ data: values }) }),
    edit: overHttp({ method: 'PUT', path: (id) => `${records}/${id}`, body: () => ({ data: EDITED }) }),
    delete: overHttp({ method: 'DELETE', path: (id) => `${records}/${id}` }),
    submit: restVerb('submit'),
    return: restVerb('return', { reason: REASON }),
    approve: restVerb('approve'),
    publish: restVerb('publish'),
    schedule: restVerb('schedule', IN_AN_HOUR),
    unschedule: restVerb('unschedule'),
    expedite: restVerb('expedite', { reason: REASON }),
    ratify: restVerb('ratify'),
    withdraw: restVerb('withdraw', { reason: REASON }),
    correct: restVerb('correct', { reason: REASON }),
    restore: restVerb('restore', { edition: 1 }),
    transfer: restVerb('transfer', { reason: REASON, department: TAKES_OVER }),
  },
};

const desk = (verb: string, body: unknown = {}) =>
  overHttp({ method: 'POST', path: (id) => `/disclosure/desk/${RECORD}/${id}/${verb}`, body: () => body });

/** The buttons of the panel. */
const buttons: Door = {
  name: "the panel's buttons",
  for: ['panel'],
  verbs: {
    submit: desk('submit'),
    return: desk('return', { reason: REASON }),
    approve: desk('approve'),
    publish: desk('publish'),
    schedule: desk('schedule', IN_AN_HOUR),
    unschedule: desk('unschedule'),
    expedite: desk('expedite', { reason: REASON }),
    ratify: desk('ratify'),
    withdraw: desk('withdraw', { reason: REASON }),
    correct: desk('correct', { reason: REASON }),
    restore: desk('restore', { edition: 1 }),
    transfer: desk('transfer', { reason: REASON, department: TAKES_OVER }),
  },
};

const manager = `/content-manager/collection-types/${RECORD}`;
const bulk = (action: string) =>
  overHttp({
    method: 'POST',
    path: () => `${manager}/actions/${action}`,
    body: ({ documentId }) => ({ documentIds: [documentId] }),
  });

/** Strapi's own endpoints of the panel, which know nothing of the workflow. */
const panel: Door = {
  name: "the panel's own endpoints",
  for: ['panel'],
  verbs: {
    create: overHttp({ method: 'POST', path: () => manager, body: ({ values }) => values }),
    edit: overHttp({ method: 'PUT', path: (id) => `${manager}/${id}`, body: () => EDITED }),
    delete: overHttp({ method: 'DELETE', path: (id) => `${manager}/${id}` }),
    discard: overHttp({ method: 'POST', path: (id) => `${manager}/${id}/actions/discard`, body: () => ({}) }),
    clone: overHttp({ method: 'POST', path: (id) => `${manager}/clone/${id}`, body: () => EDITED }),
    withdraw: overHttp({
      method: 'POST',
      path: (id) => `${manager}/${id}/actions/unpublish`,
      body: () => ({}),
    }),
    publish: bulk('bulkPublish'),
  },
};

/** The same by other endpoints of the panel. */
const panelOtherwise: Door = {
  name: "the panel's bulk endpoints",
  for: ['panel'],
  verbs: {
    delete: bulk('bulkDelete'),
    clone: overHttp({ method: 'POST', path: (id) => `${manager}/auto-clone/${id}`, body: () => ({}) }),
    withdraw: bulk('bulkUnpublish'),
  },
};

type Service = Record<string, (params: Record<string, unknown>) => Promise<unknown>>;
type Result = { status?: number; code?: string };

const byService =
  (action: string, params: (attempt: Attempt) => Record<string, unknown>) =>
  async ({ strapi }: Product, { state }: Credentials, attempt: Attempt): Promise<Outcome> => {
    const service = strapi.documents(RECORD as never) as unknown as Service;
    try {
      await strapi.requestContext.run({ state } as never, async () => {
        await service[action]?.(params(attempt));
      });
      return { code: 'done', status: null };
    } catch (error) {
      const { status = null, code = `no code: ${String(error)}` } = error as Result;
      return { code, status };
    }
  };

const byId = ({ documentId }: Attempt) => ({ documentId });

/** `strapi.documents(uid)` inside a request, as every plugin may call it. */
const service: Door = {
  name: 'the document service',
  for: ['api', 'panel'],
  verbs: {
    create: byService('create', ({ values }) => ({ data: values })),
    edit: byService('update', ({ documentId }) => ({ documentId, data: EDITED })),
    delete: byService('delete', byId),
    publish: byService('publish', byId),
    withdraw: byService('unpublish', byId),
    discard: byService('discardDraft', byId),
    clone: byService('clone', ({ documentId }) => ({ documentId, data: EDITED })),
  },
};

export const DOORS: readonly Door[] = [rest, buttons, panel, panelOtherwise, service];
