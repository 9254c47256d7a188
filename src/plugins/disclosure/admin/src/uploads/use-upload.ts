import * as React from 'react';
import { Refused } from '../api/refused';
import { useWithToken } from '../api/use-with-token';
import { formOf, type Sending, type StoredFile, sendForm } from './upload-file';

type Watching = Omit<Sending, 'token'>;

/** Sends a file to the media library, where it is the person’s own. */
export function useUpload(): (file: File, watching?: Watching) => Promise<StoredFile> {
  const withToken = useWithToken();
  return React.useCallback(
    async (file, watching = {}) => {
      const [stored] = await withToken((token) =>
        sendForm<StoredFile[]>('/upload', formOf(file, file.name), { ...watching, token }),
      );
      if (!stored) throw new Refused('文件没有上传成功，请重试', 0);
      return stored;
    },
    [withToken],
  );
}
