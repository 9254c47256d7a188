import type {
  DeskDepartmentWork,
  DeskOwed,
  DeskPrefill,
  DeskPublication,
  Worklist,
  WorkPage,
} from '../../../server/desk/contract';
import { deskApi, LIST } from './desk-api';

type Asked = { department?: string | undefined };
type Answer<T> = { data: T };
const answered = <T>(answer: Answer<T>): T => answer.data;
const get = (url: string, params: object = {}) => ({ url, method: 'GET' as const, config: { params } });

/** The home page and what it leads to. */
const workbenchApi = deskApi.injectEndpoints({
  endpoints: (builder) => ({
    worklist: builder.query<Worklist, Asked>({
      query: (params) => get('/disclosure/desk', params),
      transformResponse: answered<Worklist>,
      providesTags: [LIST],
    }),
    workPage: builder.query<WorkPage, Asked & { group: string; page: number }>({
      query: (params) => get('/disclosure/work', params),
      transformResponse: answered<WorkPage>,
      providesTags: [LIST],
    }),
    owed: builder.query<DeskOwed[], Asked>({
      query: (params) => get('/disclosure/owed', params),
      transformResponse: answered<DeskOwed[]>,
      providesTags: [LIST],
    }),
    recent: builder.query<DeskPublication[], Asked>({
      query: (params) => get('/disclosure/recent', params),
      transformResponse: answered<DeskPublication[]>,
      providesTags: [LIST],
    }),
    departments: builder.query<DeskDepartmentWork[], void>({
      query: () => get('/disclosure/departments'),
      transformResponse: answered<DeskDepartmentWork[]>,
      providesTags: [LIST],
    }),
    prefill: builder.query<DeskPrefill, { row: string; period: string | null }>({
      query: ({ row, period }) => get(`/disclosure/prefill/${row}`, period ? { period } : {}),
      transformResponse: answered<DeskPrefill>,
    }),
  }),
});

export const {
  useWorklistQuery,
  useWorkPageQuery,
  useOwedQuery,
  useRecentQuery,
  useDepartmentsQuery,
  usePrefillQuery,
} = workbenchApi;
