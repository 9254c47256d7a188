import { adminApi } from '@strapi/strapi/admin';
import { type DocumentAddress, tagOf } from '../../../disclosure/admin/src/api/desk-api';
import type { Article, ChoiceInput, DocumentPanel, OfficePage, OfficeSettings } from '../../server/contract';

type Answer<T> = { data: T };
const OFFICE = 'WechatOffice';
const PANEL = 'WechatDocument';

const pathOf = ({ uid, documentId }: DocumentAddress): string => `/wechat/documents/${uid}/${documentId}`;
const panelOf = ({ uid, documentId }: DocumentAddress) =>
  ({ type: PANEL, id: `${uid}_${documentId}` }) as const;

const wechatApi = adminApi.enhanceEndpoints({ addTagTypes: ['Document', OFFICE, PANEL] }).injectEndpoints({
  endpoints: (builder) => ({
    wechatDocument: builder.query<DocumentPanel, DocumentAddress>({
      query: (address) => ({ url: pathOf(address), method: 'GET' }),
      transformResponse: (answer: Answer<DocumentPanel>) => answer.data,
      // whatever changes the document can change its article
      providesTags: (_result, _error, address) => [panelOf(address), tagOf(address)],
    }),
    wechatPreview: builder.query<Article, DocumentAddress & Omit<ChoiceInput, 'chosen'>>({
      query: ({ uid, documentId, ...unsaved }) => ({
        url: `${pathOf({ uid, documentId })}/preview`,
        method: 'POST',
        data: unsaved,
      }),
      transformResponse: (answer: Answer<Article>) => answer.data,
    }),
    wechatChoose: builder.mutation<DocumentPanel, DocumentAddress & ChoiceInput>({
      query: ({ uid, documentId, ...choice }) => ({
        url: pathOf({ uid, documentId }),
        method: 'PUT',
        data: choice,
      }),
      transformResponse: (answer: Answer<DocumentPanel>) => answer.data,
      invalidatesTags: (_result, _error, address) => [panelOf(address), OFFICE],
    }),
    wechatAct: builder.mutation<DocumentPanel, DocumentAddress & { act: 'retry' | 'settle' }>({
      query: ({ act, ...address }) => ({ url: `${pathOf(address)}/${act}`, method: 'POST' }),
      transformResponse: (answer: Answer<DocumentPanel>) => answer.data,
      invalidatesTags: (_result, _error, address) => [panelOf(address), OFFICE],
    }),
    wechatOffice: builder.query<OfficePage, void>({
      query: () => ({ url: '/wechat/office', method: 'GET' }),
      transformResponse: (answer: Answer<OfficePage>) => answer.data,
      providesTags: [OFFICE],
    }),
    wechatSave: builder.mutation<OfficePage, OfficeSettings>({
      query: (data) => ({ url: '/wechat/office', method: 'PUT', data }),
      transformResponse: (answer: Answer<OfficePage>) => answer.data,
      invalidatesTags: (_result, error) => (error ? [] : [OFFICE, PANEL]),
    }),
    wechatResume: builder.mutation<OfficePage, void>({
      query: () => ({ url: '/wechat/office/resume', method: 'POST' }),
      transformResponse: (answer: Answer<OfficePage>) => answer.data,
      invalidatesTags: [OFFICE, PANEL],
    }),
  }),
});

export const {
  useWechatDocumentQuery,
  useWechatPreviewQuery,
  useWechatChooseMutation,
  useWechatActMutation,
  useWechatOfficeQuery,
  useWechatSaveMutation,
  useWechatResumeMutation,
} = wechatApi;
