import { adminApi } from '@strapi/strapi/admin';
import type { ConsumersView, ConsumerView, KeyAnswer } from '../../server/contract';

const CONSUMERS = 'ApiConsumers';
const URL = '/consumers/registered';

/** What is entered of a consumer. */
export type ConsumerEntry = Pick<
  ConsumerView,
  'name' | 'contact' | 'purpose' | 'perDay' | 'perMinute' | 'expiresOn'
>;

const consumersApi = adminApi.enhanceEndpoints({ addTagTypes: [CONSUMERS] }).injectEndpoints({
  endpoints: (builder) => ({
    consumers: builder.query<ConsumersView, number>({
      query: (days) => ({ url: URL, method: 'GET', config: { params: { days } } }),
      transformResponse: (answer: { data: ConsumersView }) => answer.data,
      providesTags: [CONSUMERS],
    }),
    registerConsumer: builder.mutation<KeyAnswer, ConsumerEntry>({
      query: (data) => ({ url: URL, method: 'POST', data }),
      transformResponse: (answer: { data: KeyAnswer }) => answer.data,
      invalidatesTags: [CONSUMERS],
    }),
    changeConsumer: builder.mutation<{ id: number }, ConsumerEntry & { id: number }>({
      query: ({ id, ...data }) => ({ url: `${URL}/${id}`, method: 'PUT', data }),
      transformResponse: (answer: { data: { id: number } }) => answer.data,
      invalidatesTags: [CONSUMERS],
    }),
    renewKey: builder.mutation<KeyAnswer, number>({
      query: (id) => ({ url: `${URL}/${id}/key`, method: 'POST', data: {} }),
      transformResponse: (answer: { data: KeyAnswer }) => answer.data,
      invalidatesTags: [CONSUMERS],
    }),
    revokeConsumer: builder.mutation<{ id: number }, { id: number; reason: string }>({
      query: ({ id, reason }) => ({ url: `${URL}/${id}/revoke`, method: 'POST', data: { reason } }),
      transformResponse: (answer: { data: { id: number } }) => answer.data,
      invalidatesTags: [CONSUMERS],
    }),
  }),
});

export const {
  useConsumersQuery,
  useRegisterConsumerMutation,
  useChangeConsumerMutation,
  useRenewKeyMutation,
  useRevokeConsumerMutation,
} = consumersApi;
