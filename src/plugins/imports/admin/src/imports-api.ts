import { adminApi } from '@strapi/strapi/admin';
import type { ImportJob, ImportMapping, ImportPreview, ImportType } from '../../server/contract';

type Answer<T> = { data: T };
const JOBS = 'ImportJobs';

const importsApi = adminApi.enhanceEndpoints({ addTagTypes: [JOBS] }).injectEndpoints({
  endpoints: (builder) => ({
    importTypes: builder.query<ImportType[], void>({
      query: () => ({ url: '/imports/types', method: 'GET' }),
      transformResponse: (answer: Answer<ImportType[]>) => answer.data,
    }),
    importJobs: builder.query<ImportJob[], void>({
      query: () => ({ url: '/imports/jobs', method: 'GET' }),
      transformResponse: (answer: Answer<ImportJob[]>) => answer.data,
      providesTags: [JOBS],
    }),
    upload: builder.mutation<ImportPreview, { type: string; file: File }>({
      query: ({ type, file }) => {
        const data = new FormData();
        data.append('type', type);
        data.append('file', file, file.name);
        return { url: '/imports/jobs', method: 'POST', data };
      },
      transformResponse: (answer: Answer<ImportPreview>) => answer.data,
      invalidatesTags: [JOBS],
    }),
    importPreview: builder.mutation<ImportPreview, string>({
      query: (id) => ({ url: `/imports/jobs/${id}/preview`, method: 'GET' }),
      transformResponse: (answer: Answer<ImportPreview>) => answer.data,
    }),
    removeImport: builder.mutation<unknown, string>({
      query: (id) => ({ url: `/imports/jobs/${id}`, method: 'DELETE' }),
      // after a refusal too: it may have been begun in another window
      invalidatesTags: [JOBS],
    }),
    run: builder.mutation<ImportJob, { id: string; mapping: ImportMapping; target: 'draft' | 'submitted' }>({
      query: ({ id, mapping, target }) => ({
        url: `/imports/jobs/${id}/run`,
        method: 'POST',
        data: { mapping, target },
      }),
      transformResponse: (answer: Answer<ImportJob>) => answer.data,
      invalidatesTags: [JOBS],
    }),
  }),
});

export const {
  useImportTypesQuery,
  useImportJobsQuery,
  useUploadMutation,
  useImportPreviewMutation,
  useRemoveImportMutation,
  useRunMutation,
} = importsApi;
