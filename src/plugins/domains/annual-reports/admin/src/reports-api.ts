import { adminApi } from '@strapi/strapi/admin';
import type { CellTold, ReportList, ReportTold } from '../../shared/contract';
import type { FigureCode, Figures } from '../../shared/figures';
import type { ReportOf, Texts } from '../../shared/sections';

type Answer<T> = { data: T };
const REPORTS = 'AnnualReports';
const ROOT = '/annual-reports/desk';

export type CellAsked = { documentId: string; table: string; line: string; column: string };
type Saved = { expectedVersion: number; texts?: Texts; figures?: Figures; departments?: string[] | null };

const dataOf = <T>(answer: Answer<T>): T => answer.data;

const api = adminApi.enhanceEndpoints({ addTagTypes: [REPORTS] }).injectEndpoints({
  endpoints: (builder) => ({
    annualReports: builder.query<ReportList, number | null>({
      query: (year) => ({
        url: ROOT,
        method: 'GET',
        config: { params: year ? { year: String(year) } : {} },
      }),
      transformResponse: dataOf<ReportList>,
      providesTags: [REPORTS],
    }),
    annualReport: builder.query<ReportTold, string>({
      query: (documentId) => ({ url: `${ROOT}/${documentId}`, method: 'GET' }),
      transformResponse: dataOf<ReportTold>,
      providesTags: [REPORTS],
    }),
    reportCell: builder.query<CellTold, CellAsked>({
      query: ({ documentId, ...params }) => ({
        url: `${ROOT}/${documentId}/cell`,
        method: 'GET',
        config: { params },
      }),
      transformResponse: dataOf<CellTold>,
    }),
    beginReport: builder.mutation<ReportTold, { year: number; reportOf: ReportOf }>({
      query: (data) => ({ url: ROOT, method: 'POST', data }),
      transformResponse: dataOf<ReportTold>,
      invalidatesTags: [REPORTS],
    }),
    saveReport: builder.mutation<ReportTold, { documentId: string; body: Saved }>({
      query: ({ documentId, body }) => ({ url: `${ROOT}/${documentId}`, method: 'PUT', data: body }),
      transformResponse: dataOf<ReportTold>,
      invalidatesTags: [REPORTS],
    }),
    submitReport: builder.mutation<ReportTold, { documentId: string; body: object }>({
      query: ({ documentId, body }) => ({
        url: `${ROOT}/${documentId}/submit`,
        method: 'POST',
        data: body,
      }),
      transformResponse: dataOf<ReportTold>,
      invalidatesTags: [REPORTS],
    }),
    readFigures: builder.mutation<Partial<Record<FigureCode, number>>, { documentId: string; file: File }>({
      query: ({ documentId, file }) => {
        const data = new FormData();
        data.append('file', file);
        return { url: `${ROOT}/${documentId}/figures`, method: 'POST', data };
      },
      transformResponse: dataOf<Partial<Record<FigureCode, number>>>,
    }),
    reportVerb: builder.mutation<unknown, { uid: string; documentId: string; verb: string; body: object }>({
      query: ({ uid, documentId, verb, body }) => ({
        url: `/disclosure/desk/${uid}/${documentId}/${verb}`,
        method: 'POST',
        data: body,
      }),
      invalidatesTags: [REPORTS],
    }),
  }),
});

export const {
  useAnnualReportsQuery,
  useAnnualReportQuery,
  useReportCellQuery,
  useBeginReportMutation,
  useSaveReportMutation,
  useSubmitReportMutation,
  useReadFiguresMutation,
  useReportVerbMutation,
} = api;
