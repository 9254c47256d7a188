import { adminApi } from '@strapi/strapi/admin';
import type {
  DeskCatalogue,
  DeskCatalogueRow,
  DeskCoverage,
  DeskRowChange,
} from '../../../server/desk/contract';

export type CoverageFilter = { domain?: string; department?: string; period?: string };

type Answer<T> = { data: T };
const CATALOGUE = 'DisclosureCatalogue';

const pagesApi = adminApi.enhanceEndpoints({ addTagTypes: [CATALOGUE] }).injectEndpoints({
  endpoints: (builder) => ({
    catalogue: builder.query<DeskCatalogue, { domain?: string }>({
      query: (params) => ({ url: '/disclosure/catalogue', method: 'GET', config: { params } }),
      transformResponse: (answer: Answer<DeskCatalogue>) => answer.data,
      providesTags: [CATALOGUE],
    }),
    rowHistory: builder.query<DeskRowChange[], string>({
      query: (code) => ({ url: `/api/disclosure/catalogue-items/${code}`, method: 'GET' }),
      transformResponse: (answer: Answer<{ history: DeskRowChange[] }>) => answer.data.history,
      providesTags: [CATALOGUE],
    }),
    catalogueAct: builder.mutation<DeskCatalogueRow[], { code: string; act: string; body: object }>({
      query: ({ code, act, body }) => ({
        url: `/disclosure/catalogue/${code}/${act}`,
        method: 'POST',
        data: body,
      }),
      transformResponse: (answer: Answer<DeskCatalogueRow[]>) => answer.data,
      // after a refusal too: the row may have changed under the person's eyes
      invalidatesTags: [CATALOGUE],
    }),
    coverage: builder.query<DeskCoverage, CoverageFilter>({
      query: (params) => ({ url: '/disclosure/coverage', method: 'GET', config: { params } }),
      transformResponse: (answer: Answer<DeskCoverage>) => answer.data,
    }),
  }),
});

export const { useCatalogueQuery, useRowHistoryQuery, useCatalogueActMutation, useCoverageQuery } = pagesApi;
