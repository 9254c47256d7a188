import { adminApi } from '@strapi/strapi/admin';
import type { Beside } from '../../shared/beside';
import type { GuideData, GuideTold } from '../../shared/guide';
import type { ProposalTold } from '../../shared/proposals';
import type { Workload } from '../../shared/workload';

type Answer<T> = { data: T };
const REQUESTS = 'InformationRequests';
const GUIDE = 'RequestGuide';
const PROPOSALS = 'RequestProposals';
const unwrap = <T>(answer: Answer<T>): T => answer.data;

type Made = { uid: string; documentId: string } | null;

const api = adminApi.enhanceEndpoints({ addTagTypes: [REQUESTS, GUIDE, PROPOSALS] }).injectEndpoints({
  endpoints: (builder) => ({
    beside: builder.query<Beside, string>({
      query: (id) => ({ url: `/requests/requests/${id}/beside`, method: 'GET' }),
      transformResponse: unwrap<Beside>,
      providesTags: [REQUESTS],
    }),
    requestWorkload: builder.query<Workload, void>({
      query: () => ({ url: '/requests/workload', method: 'GET' }),
      transformResponse: unwrap<Workload>,
      providesTags: [REQUESTS],
    }),
    requestProposals: builder.query<ProposalTold[], void>({
      query: () => ({ url: '/requests/proposals', method: 'GET' }),
      transformResponse: unwrap<ProposalTold[]>,
      providesTags: [PROPOSALS],
    }),
    decideProposal: builder.mutation<Made, { id: string; how: 'accept' | 'decline'; body: object }>({
      query: ({ id, how, body }) => ({ url: `/requests/proposals/${id}/${how}`, method: 'POST', data: body }),
      transformResponse: unwrap<Made>,
      invalidatesTags: [PROPOSALS],
    }),
    requestGuide: builder.query<GuideTold, void>({
      query: () => ({ url: '/requests/guide', method: 'GET' }),
      transformResponse: unwrap<GuideTold>,
      providesTags: [GUIDE],
    }),
    saveGuide: builder.mutation<GuideTold, { data: GuideData; expectedVersion: number }>({
      query: (data) => ({ url: '/requests/guide', method: 'POST', data }),
      transformResponse: unwrap<GuideTold>,
      invalidatesTags: [GUIDE],
    }),
    publishGuide: builder.mutation<GuideTold, { expectedVersion: number }>({
      query: (data) => ({ url: '/requests/guide/publication', method: 'POST', data }),
      transformResponse: unwrap<GuideTold>,
      invalidatesTags: [GUIDE],
    }),
  }),
});

export const {
  useBesideQuery,
  useRequestWorkloadQuery,
  useRequestProposalsQuery,
  useDecideProposalMutation,
  useRequestGuideQuery,
  useSaveGuideMutation,
  usePublishGuideMutation,
} = api;
