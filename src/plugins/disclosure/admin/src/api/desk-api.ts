import { adminApi } from '@strapi/strapi/admin';
import type { ChoiceOption, Desk, DeskBulkDocument } from '../../../server/desk/contract';

export type DocumentAddress = { uid: string; documentId: string };

/** The body of a verb; `expectedVersion` is the version that the person has seen. */
export type VerbBody = {
  comment?: string;
  reason?: string;
  department?: string;
  successor?: string;
  /** ISO 8601 with its offset */
  publishAt?: string;
  personalDataReason?: string;
  confirmPersonalData?: boolean;
  /** 一键遮盖: mobile phones as well */
  phones?: boolean;
  expectedVersion?: number;
};

/** What a save leaves: where the document is, and its new version. */
export type Saved = { documentId: string; version: number };

type Answer<T> = { data: T };

/** Strapi's own tag: what concerns a document is fetched again whenever Strapi, or a verb, writes it. */
const DOCUMENT = 'Document';
export const tagOf = ({ uid, documentId }: DocumentAddress) =>
  ({ type: DOCUMENT, id: `${uid}_${documentId}` }) as const;

export const LIST = { type: DOCUMENT, id: 'ALL_LIST' } as const;
export const listOf = (uid: string) => ({ type: DOCUMENT, id: `${uid}_LIST` }) as const;

export const deskApi = adminApi.enhanceEndpoints({ addTagTypes: [DOCUMENT] }).injectEndpoints({
  endpoints: (builder) => ({
    desk: builder.query<Desk, DocumentAddress>({
      query: ({ uid, documentId }) => ({ url: `/disclosure/desk/${uid}/${documentId}`, method: 'GET' }),
      transformResponse: (answer: Answer<Desk>) => answer.data,
      providesTags: (_result, _error, address) => [tagOf(address)],
    }),
    verb: builder.mutation<Desk, DocumentAddress & { verb: string; body: VerbBody }>({
      query: ({ uid, documentId, verb, body }) => ({
        url: `/disclosure/desk/${uid}/${documentId}/${verb}`,
        method: 'POST',
        data: body,
      }),
      transformResponse: (answer: Answer<Desk>) => answer.data,
      onQueryStarted: async ({ uid, documentId }, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.catch(() => null);
        if (answer) dispatch(deskApi.util.upsertQueryData('desk', { uid, documentId }, answer.data));
      },
      // after a refusal too: what the person sees may be older than what she was refused for
      invalidatesTags: (_result, _error, { uid, documentId }) => [
        tagOf({ uid, documentId }),
        listOf(uid),
        LIST,
      ],
    }),
    save: builder.mutation<Saved, { uid: string; documentId?: string; values: object }>({
      query: ({ uid, documentId, values }) => ({
        url: `/content-manager/collection-types/${uid}${documentId ? `/${documentId}` : ''}`,
        method: documentId ? 'PUT' : 'POST',
        data: values,
      }),
      transformResponse: ({ data }: Answer<Saved>) => ({
        documentId: data.documentId,
        version: Number(data.version),
      }),
      // the desk knows of the new version at once, so that the form waits until it has it too
      onQueryStarted: async ({ uid }, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.catch(() => null);
        if (!answer) return;
        const { documentId, version } = answer.data;
        dispatch(deskApi.util.updateQueryData('desk', { uid, documentId }, (desk) => ({ ...desk, version })));
      },
      // not after a refusal: the form would be filled anew, over what the person has typed
      invalidatesTags: (saved, _error, { uid }) =>
        saved ? [tagOf({ uid, documentId: saved.documentId }), listOf(uid), LIST] : [],
    }),
    /** Not the document's own tag: its page is still open, and would be told that there is no such document. */
    delete: builder.mutation<unknown, DocumentAddress>({
      query: ({ uid, documentId }) => ({
        url: `/content-manager/collection-types/${uid}/${documentId}`,
        method: 'DELETE',
      }),
      invalidatesTags: (_result, error, { uid }) => (error ? [] : [listOf(uid), LIST]),
    }),
    /** What the person may do with each of several documents. */
    bulk: builder.mutation<DeskBulkDocument[], { uid: string; documentIds: readonly string[] }>({
      query: ({ uid, documentIds }) => ({
        url: `/disclosure/bulk/${uid}`,
        method: 'POST',
        data: { documentIds },
      }),
      transformResponse: (answer: Answer<DeskBulkDocument[]>) => answer.data,
    }),
    /** Fetches a document and its desk again. */
    refresh: builder.mutation<null, DocumentAddress>({
      queryFn: () => ({ data: null }),
      invalidatesTags: (_result, _error, address) => [tagOf(address)],
    }),
    choices: builder.query<ChoiceOption[], { source: string; values: Record<string, string> }>({
      query: ({ source, values }) => ({
        url: `/disclosure/choices/${source}`,
        method: 'GET',
        config: { params: values },
      }),
      transformResponse: (answer: Answer<ChoiceOption[]>) => answer.data,
    }),
  }),
});

export const {
  useDeskQuery,
  useVerbMutation,
  useSaveMutation,
  useDeleteMutation,
  useRefreshMutation,
  useBulkMutation,
  useChoicesQuery,
} = deskApi;
