import { adminApi } from '@strapi/strapi/admin';
import type { RegulationWatch } from '../../../regulations/watch/contract';

const OUTDATED = 'OutdatedRegulations';

const regulationsApi = adminApi.enhanceEndpoints({ addTagTypes: [OUTDATED] }).injectEndpoints({
  endpoints: (builder) => ({
    outdatedRegulations: builder.query<RegulationWatch, void>({
      query: () => ({ url: '/policy/regulations/outdated', method: 'GET' }),
      transformResponse: (answer: { data: RegulationWatch }) => answer.data,
      providesTags: [OUTDATED],
    }),
    beginCorrection: builder.mutation<{ uid: string; documentId: string }, string>({
      query: (documentId) => ({ url: `/policy/regulations/outdated/${documentId}/correct`, method: 'POST' }),
      transformResponse: (answer: { data: { uid: string; documentId: string } }) => answer.data,
      invalidatesTags: [OUTDATED],
    }),
  }),
});

export const { useOutdatedRegulationsQuery, useBeginCorrectionMutation } = regulationsApi;
