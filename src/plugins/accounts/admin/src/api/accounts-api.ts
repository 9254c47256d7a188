import { adminApi } from '@strapi/strapi/admin';
import type {
  MyAccount,
  PanelSession,
  PeopleImport,
  PeoplePage,
  PersonAnswer,
  PersonState,
  RecoveryCodes,
  SecondFactorSetup,
} from '../../../server/contract';

type Answer<T> = { data: T };
const PEOPLE = 'AccountsPeople';
const ME = 'AccountsMe';
const SESSIONS = 'AccountsSessions';

export type PeopleFilter = { q?: string; department?: string; state?: PersonState; page?: number };
export type NewPerson = { name: string; email: string; department: string; duties: string[] };
export type Proof = { password: string; code: string };

const data = <T>(answer: Answer<T>): T => answer.data;
const post = (url: string, body: object = {}) => ({ url, method: 'POST' as const, data: body });

const accountsApi = adminApi.enhanceEndpoints({ addTagTypes: [PEOPLE, ME, SESSIONS] }).injectEndpoints({
  endpoints: (builder) => ({
    people: builder.query<PeoplePage, PeopleFilter>({
      query: (params) => ({ url: '/accounts/people', method: 'GET', config: { params } }),
      providesTags: [PEOPLE],
    }),
    createPerson: builder.mutation<PersonAnswer, NewPerson>({
      query: (body) => post('/accounts/people', body),
      transformResponse: data<PersonAnswer>,
      invalidatesTags: [PEOPLE],
    }),
    personAct: builder.mutation<PersonAnswer, { id: string; act: string; body: object }>({
      query: ({ id, act, body }) => post(`/accounts/people/${id}/${act}`, body),
      transformResponse: data<PersonAnswer>,
      // after a refusal too: she may have been changed meanwhile
      invalidatesTags: [PEOPLE, SESSIONS],
    }),
    importPeople: builder.mutation<PeopleImport, { file: File; preview: boolean }>({
      query: ({ file, preview }) => {
        const form = new FormData();
        form.append('file', file, file.name);
        form.append('preview', String(preview));
        return { url: '/accounts/people/import', method: 'POST', data: form };
      },
      transformResponse: data<PeopleImport>,
      invalidatesTags: [PEOPLE],
    }),
    personSessions: builder.query<PanelSession[], string>({
      query: (id) => ({ url: `/accounts/people/${id}/sessions`, method: 'GET' }),
      transformResponse: data<PanelSession[]>,
      providesTags: [SESSIONS],
    }),
    endPersonSession: builder.mutation<PanelSession[], { id: string; session: string }>({
      query: ({ id, session }) => post(`/accounts/people/${id}/sessions/${session}/end`),
      transformResponse: data<PanelSession[]>,
      invalidatesTags: [SESSIONS, PEOPLE],
    }),
    myAccount: builder.query<MyAccount, void>({
      query: () => ({ url: '/accounts/me', method: 'GET' }),
      transformResponse: data<MyAccount>,
      providesTags: [ME],
    }),
    changePassword: builder.mutation<MyAccount, { currentPassword: string; password: string }>({
      query: (body) => post('/accounts/me/password', body),
      transformResponse: data<MyAccount>,
      invalidatesTags: [ME, SESSIONS],
    }),
    beginFactor: builder.mutation<SecondFactorSetup, { password: string }>({
      query: (body) => post('/accounts/me/second-factor', body),
      transformResponse: data<SecondFactorSetup>,
    }),
    confirmFactor: builder.mutation<RecoveryCodes, { code: string }>({
      query: (body) => post('/accounts/me/second-factor/confirm', body),
      transformResponse: data<RecoveryCodes>,
    }),
    removeFactor: builder.mutation<MyAccount, Proof>({
      query: (body) => post('/accounts/me/second-factor/remove', body),
      transformResponse: data<MyAccount>,
      invalidatesTags: [ME],
    }),
    renewRecoveryCodes: builder.mutation<RecoveryCodes, Proof>({
      query: (body) => post('/accounts/me/recovery-codes', body),
      transformResponse: data<RecoveryCodes>,
    }),
    mySessions: builder.query<PanelSession[], void>({
      query: () => ({ url: '/accounts/me/sessions', method: 'GET' }),
      transformResponse: data<PanelSession[]>,
      providesTags: [SESSIONS],
    }),
    endMySession: builder.mutation<PanelSession[], string | null>({
      query: (session) =>
        post(session ? `/accounts/me/sessions/${session}/end` : '/accounts/me/sessions/end-others'),
      transformResponse: data<PanelSession[]>,
      invalidatesTags: [SESSIONS],
    }),
    myAccountAgain: builder.mutation<null, void>({
      queryFn: () => ({ data: null }),
      invalidatesTags: [ME, SESSIONS],
    }),
  }),
});

export const {
  usePeopleQuery,
  useCreatePersonMutation,
  usePersonActMutation,
  useImportPeopleMutation,
  usePersonSessionsQuery,
  useEndPersonSessionMutation,
  useMyAccountQuery,
  useChangePasswordMutation,
  useBeginFactorMutation,
  useConfirmFactorMutation,
  useRemoveFactorMutation,
  useRenewRecoveryCodesMutation,
  useMySessionsQuery,
  useEndMySessionMutation,
  useMyAccountAgainMutation,
} = accountsApi;
