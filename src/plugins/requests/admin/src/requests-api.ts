import { adminApi } from '@strapi/strapi/admin';
import type { QueueAnswer, RequestTold } from '../../shared/contract';

type Answer<T> = { data: T };
const REQUESTS = 'InformationRequests';

export type Identity = {
  name: string;
  idNumber: string;
  contactName?: string;
  phone?: string;
  email?: string;
  address?: string;
  postcode?: string;
};

type QueueAsked = {
  state: string;
  cursor: string | null;
  urgency?: string;
  department?: string;
  number?: string;
};

/** What is chosen: an empty filter is none. */
const given = (filters: Readonly<Record<string, string | null | undefined>>) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value));

const api = adminApi.enhanceEndpoints({ addTagTypes: [REQUESTS] }).injectEndpoints({
  endpoints: (builder) => ({
    requestQueue: builder.query<QueueAnswer, QueueAsked>({
      query: ({ state, cursor, ...filters }) => ({
        url: '/requests/requests',
        method: 'GET',
        config: { params: { state, limit: '50', ...given({ cursor, ...filters }) } },
      }),
      providesTags: [REQUESTS],
    }),
    informationRequest: builder.query<RequestTold, string>({
      query: (id) => ({ url: `/requests/requests/${id}`, method: 'GET' }),
      transformResponse: (answer: Answer<RequestTold>) => answer.data,
      providesTags: [REQUESTS],
    }),
    actOnRequest: builder.mutation<RequestTold | null, { id: string; verb: string; body: object }>({
      query: ({ id, verb, body }) => ({
        url: `/requests/requests/${id}/${verb}`,
        method: 'POST',
        data: body,
      }),
      transformResponse: (answer: Answer<RequestTold | null>) => answer.data,
      // a step right after this one is of the version that this one has made
      onQueryStarted: async ({ id }, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.catch(() => null);
        const told = answer?.data;
        if (told) dispatch(api.util.upsertQueryData('informationRequest', id, told));
      },
      invalidatesTags: [REQUESTS],
    }),
    enterRequest: builder.mutation<{ id: string; queryCode: string }, object>({
      query: (data) => ({ url: '/requests/requests', method: 'POST', data }),
      transformResponse: (answer: Answer<{ id: string; queryCode: string }>) => answer.data,
      invalidatesTags: [REQUESTS],
    }),
    lookAtIdentity: builder.mutation<Identity, { id: string; purpose: string }>({
      query: ({ id, purpose }) => ({
        url: `/requests/requests/${id}/identity`,
        method: 'POST',
        data: { purpose },
      }),
      transformResponse: (answer: Answer<Identity>) => answer.data,
    }),
  }),
});

export const {
  useRequestQueueQuery,
  useInformationRequestQuery,
  useActOnRequestMutation,
  useEnterRequestMutation,
  useLookAtIdentityMutation,
} = api;
