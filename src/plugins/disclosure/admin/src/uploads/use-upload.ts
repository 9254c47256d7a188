import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import { formOf, type Sending, type StoredFile, sendForm, UploadRefused } from './upload-file';

type Watching = Omit<Sending, 'token'>;

/** Sends a file to the media library, where it is the person’s own. A session that has run out is renewed once. */
export function useUpload(): (file: File, watching?: Watching) => Promise<StoredFile> {
  const token = useAuth('useUpload', (state) => state.token);
  const latest = React.useRef(token);
  latest.current = token;
  const { get } = useFetchClient();
  return React.useCallback(
    async (file, watching = {}) => {
      const send = () =>
        sendForm<StoredFile[]>('/upload', formOf(file, file.name), { ...watching, token: latest.current });
      const answer = await send().catch(async (error: unknown) => {
        if (!(error instanceof UploadRefused) || error.status !== 401) throw error;
        // a request of the panel’s own renews the token
        await get('/admin/users/me');
        await new Promise((resolve) => setTimeout(resolve, 0));
        return send();
      });
      const [stored] = answer;
      if (!stored) throw new UploadRefused('文件没有上传成功，请重试', 0);
      return stored;
    },
    [get],
  );
}
