import type {
  DeskSurroundings,
  DeskUnsavedEdits,
  DeskVersionContent,
  DeskVersions,
} from '../../../server/desk/contract';
import { type DocumentAddress, deskApi, LIST, listOf, tagOf } from './desk-api';

type Answer<T> = { data: T };
type Restored = { notes: string[] };

const path = ({ uid, documentId }: DocumentAddress) => `/disclosure/desk/${uid}/${documentId}`;

/** In place of a documentId: the entries that the person never saved. */
export const NEW_ENTRIES = 'new';

const versionsApi = deskApi.injectEndpoints({
  endpoints: (builder) => ({
    unsaved: builder.query<DeskUnsavedEdits, DocumentAddress>({
      query: (address) => ({ url: `${path(address)}/unsaved`, method: 'GET' }),
      transformResponse: (answer: Answer<DeskUnsavedEdits>) => answer.data,
    }),
    versions: builder.query<DeskVersions, DocumentAddress>({
      query: (address) => ({ url: `${path(address)}/versions`, method: 'GET' }),
      transformResponse: (answer: Answer<DeskVersions>) => answer.data,
      providesTags: (_result, _error, address) => [tagOf(address)],
    }),
    version: builder.query<DeskVersionContent, DocumentAddress & { version: string }>({
      query: ({ version, ...address }) => ({ url: `${path(address)}/versions/${version}`, method: 'GET' }),
      transformResponse: (answer: Answer<DeskVersionContent>) => answer.data,
      providesTags: (_result, _error, address) => [tagOf(address)],
    }),
    restoreVersion: builder.mutation<
      Restored,
      DocumentAddress & { body: { edition?: number; draftVersion?: number; expectedVersion?: number } }
    >({
      query: ({ body, ...address }) => ({ url: `${path(address)}/restore`, method: 'POST', data: body }),
      transformResponse: ({ meta }: { meta?: Restored }) => ({ notes: meta?.notes ?? [] }),
      // after a refusal too: what the person sees may be older than what she was refused for
      invalidatesTags: (_result, _error, address) => [tagOf(address), listOf(address.uid), LIST],
    }),
    surroundings: builder.query<DeskSurroundings, DocumentAddress>({
      query: (address) => ({ url: `${path(address)}/surroundings`, method: 'GET' }),
      transformResponse: (answer: Answer<DeskSurroundings>) => answer.data,
      providesTags: (_result, _error, address) => [tagOf(address)],
    }),
  }),
});

export const {
  useUnsavedQuery,
  useVersionsQuery,
  useVersionQuery,
  useLazyVersionQuery,
  useRestoreVersionMutation,
  useSurroundingsQuery,
} = versionsApi;
