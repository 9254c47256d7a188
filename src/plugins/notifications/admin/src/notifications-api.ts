import { adminApi } from '@strapi/strapi/admin';
import type { Channel, Inbox, MailStatus, NoticeKind, Preferences } from '../../server/contract';

type Answer<T> = { data: T };
const INBOX = 'Notifications';
const PREFERENCES = 'NotificationPreferences';

export type InboxFilter = { unread: boolean; kind: NoticeKind | null; cursor: string | null };

const api = adminApi.enhanceEndpoints({ addTagTypes: [INBOX, PREFERENCES] }).injectEndpoints({
  endpoints: (builder) => ({
    inbox: builder.query<Inbox, InboxFilter>({
      query: ({ unread, kind, cursor }) => ({
        url: '/notifications/inbox',
        method: 'GET',
        config: {
          params: { ...(unread ? { unread } : {}), ...(kind ? { kind } : {}), ...(cursor ? { cursor } : {}) },
        },
      }),
      transformResponse: (answer: Answer<Inbox>) => answer.data,
      providesTags: [INBOX],
    }),
    unread: builder.query<number, void>({
      query: () => ({ url: '/notifications/unread', method: 'GET' }),
      transformResponse: (answer: Answer<{ unread: number }>) => answer.data.unread,
      providesTags: [INBOX],
    }),
    markRead: builder.mutation<unknown, { ids: readonly string[] } | { all: true }>({
      query: (data) => ({ url: '/notifications/read', method: 'POST', data }),
      invalidatesTags: [INBOX],
    }),
    preferences: builder.query<Preferences, void>({
      query: () => ({ url: '/notifications/preferences', method: 'GET' }),
      transformResponse: (answer: Answer<Preferences>) => answer.data,
      providesTags: [PREFERENCES],
    }),
    savePreferences: builder.mutation<Preferences, Partial<Record<NoticeKind, Channel>>>({
      query: (channels) => ({ url: '/notifications/preferences', method: 'PUT', data: { channels } }),
      invalidatesTags: [PREFERENCES],
    }),
    mailStatus: builder.query<MailStatus, void>({
      query: () => ({ url: '/notifications/mail', method: 'GET' }),
      transformResponse: (answer: Answer<MailStatus>) => answer.data,
    }),
  }),
});

export const {
  useInboxQuery,
  useUnreadQuery,
  useMarkReadMutation,
  usePreferencesQuery,
  useSavePreferencesMutation,
  useMailStatusQuery,
} = api;
