import { adminApi } from '@strapi/strapi/admin';
import type { Analysis } from '../../../shared/analysis';
import type { CountedRequestTold } from '../../../shared/counted';

export type AnalysisAsked = { year: string; dimension: string; department: string; word: string };
export type CasesAsked = AnalysisAsked & { measure: string; key: string | null };

/** What is not asked for is not sent. */
const paramsOf = (asked: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value));

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    requestAnalysis: builder.query<Analysis, AnalysisAsked>({
      query: (asked) => ({ url: '/requests/analysis', method: 'GET', config: { params: paramsOf(asked) } }),
      transformResponse: (answer: { data: Analysis }) => answer.data,
    }),
    requestCases: builder.query<CountedRequestTold[], CasesAsked>({
      query: (asked) => ({
        url: '/requests/analysis/cases',
        method: 'GET',
        config: { params: paramsOf(asked) },
      }),
      transformResponse: (answer: { data: CountedRequestTold[] }) => answer.data,
    }),
  }),
});

export const { useRequestAnalysisQuery, useRequestCasesQuery } = api;
