import { adminApi } from '@strapi/strapi/admin';
import type { CreatedTarget, DeliveryPage, ExchangeView, TargetFilters } from '../../server/contract';

type Answer<T> = { data: T };
const EXCHANGE = 'Exchange';

export type NewTarget = {
  name: string;
  url: string;
  filters: TargetFilters;
  profile: string;
  fromBeginning: boolean;
};
export type TargetAct =
  | { act: 'pause' | 'resume' | 'renew-secret' | 'remove' }
  | { act: 'replay'; seq: number | null };

const api = adminApi.enhanceEndpoints({ addTagTypes: [EXCHANGE] }).injectEndpoints({
  endpoints: (builder) => ({
    exchange: builder.query<ExchangeView, void>({
      query: () => ({ url: '/exchange/targets', method: 'GET' }),
      transformResponse: (answer: Answer<ExchangeView>) => answer.data,
      providesTags: [EXCHANGE],
    }),
    createTarget: builder.mutation<CreatedTarget, NewTarget>({
      query: (data) => ({ url: '/exchange/targets', method: 'POST', data }),
      transformResponse: (answer: Answer<CreatedTarget>) => answer.data,
      invalidatesTags: [EXCHANGE],
    }),
    actOnTarget: builder.mutation<{ secret: string | null }, { id: string; act: TargetAct }>({
      query: ({ id, act }) => ({ url: `/exchange/targets/${id}/acts`, method: 'POST', data: act }),
      transformResponse: (answer: Answer<{ secret: string | null }>) => answer.data,
      invalidatesTags: [EXCHANGE],
    }),
    deliveries: builder.query<DeliveryPage, { id: string; cursor: string | null }>({
      query: ({ id, cursor }) => ({
        url: `/exchange/targets/${id}/deliveries`,
        method: 'GET',
        config: { params: cursor ? { cursor } : {} },
      }),
      transformResponse: (answer: Answer<DeliveryPage>) => answer.data,
      providesTags: [EXCHANGE],
    }),
  }),
});

export const { useExchangeQuery, useCreateTargetMutation, useActOnTargetMutation, useDeliveriesQuery } = api;
