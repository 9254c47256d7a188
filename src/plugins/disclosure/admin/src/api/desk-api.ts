import { adminApi } from '@strapi/strapi/admin';
import type { ChoiceOption, Desk, Worklist } from '../../../server/desk/contract';

export type DocumentAddress = { uid: string; documentId: string };

/** The body of a verb; `expectedVersion` is the version that the person has seen. */
export type VerbBody = {
  comment?: string;
  reason?: string;
  department?: string;
  successor?: string;
  expectedVersion?: number;
};

type Answer<T> = { data: T };

/** Strapi's own tag: what concerns a document is fetched again whenever Strapi, or a verb, writes it. */
const DOCUMENT = 'Document';
const tagOf = ({ uid, documentId }: DocumentAddress) => ({ type: DOCUMENT, id: `${uid}_${documentId}` }) as const;

const deskApi = adminApi.enhanceEndpoints({ addTagTypes: [DOCUMENT] }).injectEndpoints({
  endpoints: (builder) => ({
    worklist: builder.query<Worklist, void>({
      query: () => ({ url: '/disclosure/desk', method: 'GET' }),
      transformResponse: (answer: Answer<Worklist>) => answer.data,
      providesTags: [{ type: DOCUMENT, id: 'ALL_LIST' }],
    }),
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
      // after a refusal too: what the person sees may be older than what she was refused for
      invalidatesTags: (_result, _error, { uid, documentId }) => [
        tagOf({ uid, documentId }),
        { type: DOCUMENT, id: `${uid}_LIST` },
        { type: DOCUMENT, id: 'ALL_LIST' },
      ],
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

export const { useWorklistQuery, useDeskQuery, useVerbMutation, useChoicesQuery } = deskApi;
