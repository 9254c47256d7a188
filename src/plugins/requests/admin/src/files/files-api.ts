import { adminApi } from '@strapi/strapi/admin';
import type { FileRole, FilesTold, PageTold, Region } from '../../../shared/files';

const FILES = 'InformationRequestFiles';
const REQUESTS = 'InformationRequests';

export type Removal = { text: string; only?: number[] };
export type Plan = { removals: Removal[]; regions: Region[]; article: string; reason: string };
type At = { id: string; file: string };

/** Where the bytes of a file are. */
export const addressOfFile = ({ id, file }: At) => `/requests/requests/${id}/files/${file}`;

const api = adminApi.enhanceEndpoints({ addTagTypes: [FILES, REQUESTS] }).injectEndpoints({
  endpoints: (builder) => ({
    requestFiles: builder.query<FilesTold, string>({
      query: (id) => ({ url: `/requests/requests/${id}/files`, method: 'GET' }),
      // what may be added depends on where the request stands
      providesTags: [FILES, REQUESTS],
    }),
    addRequestFiles: builder.mutation<FilesTold, { id: string; role: FileRole; files: readonly File[] }>({
      query: ({ id, role, files }) => {
        const data = new FormData();
        data.append('role', role);
        for (const file of files) data.append('attachments', file);
        return { url: `/requests/requests/${id}/files`, method: 'POST', data };
      },
      // what is added changes the request's version
      invalidatesTags: [FILES, REQUESTS],
    }),
    requestFilePage: builder.query<PageTold, At & { page: number }>({
      query: ({ page, ...at }) => ({ url: `${addressOfFile(at)}/pages/${page}`, method: 'GET' }),
      transformResponse: (answer: { data: PageTold }) => answer.data,
      keepUnusedDataFor: 0,
    }),
    redactRequestFile: builder.mutation<{ id: string }, At & { plan: Plan }>({
      query: ({ plan, ...at }) => ({ url: `${addressOfFile(at)}/redactions`, method: 'POST', data: plan }),
      transformResponse: (answer: { data: { id: string } }) => answer.data,
      invalidatesTags: [FILES, REQUESTS],
    }),
    acceptRequestFile: builder.mutation<FilesTold, At>({
      query: (at) => ({ url: `${addressOfFile(at)}/acceptance`, method: 'POST', data: {} }),
      invalidatesTags: [FILES, REQUESTS],
    }),
    removeRequestFile: builder.mutation<FilesTold, At & { reason: string }>({
      query: ({ reason, ...at }) => ({
        url: `${addressOfFile(at)}/removal`,
        method: 'POST',
        data: { reason },
      }),
      invalidatesTags: [FILES, REQUESTS],
    }),
  }),
});

export const {
  useRequestFilesQuery,
  useAddRequestFilesMutation,
  useRequestFilePageQuery,
  useRedactRequestFileMutation,
  useAcceptRequestFileMutation,
  useRemoveRequestFileMutation,
} = api;
