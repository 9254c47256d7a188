import type { DeskRoster, DeskRosterPreview, DeskUploaded } from '../../../server/desk/contract';
import { type DocumentAddress, deskApi, LIST, listOf, tagOf } from './desk-api';

/** What a column is wished to be: `kind` of the server, or `omit`. */
export type ColumnWish = { label: string; kind: string };
export type Upload = DocumentAddress & { file: File; wishes: readonly ColumnWish[]; version?: number };

const path = ({ uid, documentId }: DocumentAddress) => `/disclosure/desk/${uid}/${documentId}/roster`;

function formOf({ file, wishes, version }: Upload, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  const fields = {
    ...(wishes.length > 0 ? { columns: JSON.stringify(wishes) } : {}),
    ...(version ? { expectedVersion: String(version) } : {}),
    ...more,
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return form;
}

const rosterApi = deskApi.injectEndpoints({
  endpoints: (builder) => ({
    roster: builder.query<DeskRoster, DocumentAddress>({
      query: (address) => ({ url: path(address), method: 'GET' }),
      transformResponse: (answer: { data: DeskRoster }) => answer.data,
      providesTags: (_result, _error, address) => [tagOf(address)],
    }),
    previewRoster: builder.mutation<DeskRosterPreview, Upload>({
      query: (upload) => ({ url: path(upload), method: 'POST', data: formOf(upload, { preview: 'true' }) }),
      transformResponse: (answer: { data: DeskRosterPreview }) => answer.data,
    }),
    uploadRoster: builder.mutation<DeskUploaded, Upload>({
      query: (upload) => ({ url: path(upload), method: 'POST', data: formOf(upload) }),
      transformResponse: (answer: { data: DeskUploaded }) => answer.data,
      // the form waits until it has the new version, as after every other write
      onQueryStarted: async ({ uid, documentId }, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.catch(() => null);
        if (!answer) return;
        const { version } = answer.data;
        dispatch(deskApi.util.updateQueryData('desk', { uid, documentId }, (desk) => ({ ...desk, version })));
      },
      invalidatesTags: (uploaded, _error, address) =>
        uploaded ? [tagOf(address), listOf(address.uid), LIST] : [],
    }),
  }),
});

export const { useRosterQuery, usePreviewRosterMutation, useUploadRosterMutation } = rosterApi;

/** Where the roster of a working copy is a file. */
export const rosterFile = (address: DocumentAddress, format: 'csv' | 'xlsx'): string =>
  `${path(address)}/${format}`;
