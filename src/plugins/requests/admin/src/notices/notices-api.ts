import { adminApi } from '@strapi/strapi/admin';
import type { RequestTold } from '../../../shared/contract';
import type { TemplateText, TemplateTold } from '../../../shared/notices';

type Answer<T> = { data: T };
const REQUESTS = 'InformationRequests';
const TEMPLATES = 'NoticeTemplates';

export type TemplateListed = { kind: string; label: string; basis: string | null; isStandard: boolean };
type Named = { id: string; notice: string };

const api = adminApi.enhanceEndpoints({ addTagTypes: [REQUESTS, TEMPLATES] }).injectEndpoints({
  endpoints: (builder) => ({
    noteNoticeDelivery: builder.mutation<RequestTold, Named & { body: object }>({
      query: ({ id, notice, body }) => ({
        url: `/requests/requests/${id}/notices/${notice}/delivery`,
        method: 'POST',
        data: body,
      }),
      transformResponse: (answer: Answer<RequestTold>) => answer.data,
      invalidatesTags: [REQUESTS],
    }),
    mailNotice: builder.mutation<RequestTold, Named>({
      query: ({ id, notice }) => ({
        url: `/requests/requests/${id}/notices/${notice}/mail`,
        method: 'POST',
        data: {},
      }),
      transformResponse: (answer: Answer<RequestTold>) => answer.data,
      invalidatesTags: [REQUESTS],
    }),
    noticeTemplates: builder.query<TemplateListed[], void>({
      query: () => ({ url: '/requests/templates', method: 'GET' }),
      transformResponse: (answer: Answer<TemplateListed[]>) => answer.data,
      providesTags: [TEMPLATES],
    }),
    noticeTemplate: builder.query<TemplateTold, string>({
      query: (kind) => ({ url: `/requests/templates/${kind}`, method: 'GET' }),
      transformResponse: (answer: Answer<TemplateTold>) => answer.data,
      providesTags: [TEMPLATES],
    }),
    saveNoticeTemplate: builder.mutation<TemplateTold, { kind: string; text: TemplateText }>({
      query: ({ kind, text }) => ({ url: `/requests/templates/${kind}`, method: 'POST', data: text }),
      transformResponse: (answer: Answer<TemplateTold>) => answer.data,
      invalidatesTags: [TEMPLATES],
    }),
    restoreNoticeTemplate: builder.mutation<TemplateTold, string>({
      query: (kind) => ({ url: `/requests/templates/${kind}/standard`, method: 'POST', data: {} }),
      transformResponse: (answer: Answer<TemplateTold>) => answer.data,
      invalidatesTags: [TEMPLATES],
    }),
  }),
});

export const {
  useNoteNoticeDeliveryMutation,
  useMailNoticeMutation,
  useNoticeTemplatesQuery,
  useNoticeTemplateQuery,
  useSaveNoticeTemplateMutation,
  useRestoreNoticeTemplateMutation,
} = api;
