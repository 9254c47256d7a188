import * as React from 'react';
import { saveFile } from '../shell/save-file';
import { fetchFile } from './fetch-file';
import { useWithToken } from './use-with-token';

export type Download = {
  /** @param body what is posted; nothing: it is a GET */
  download: (address: string, name: string, body?: object) => Promise<void>;
  /** why there was no file, in a sentence */
  error: string | null;
  isBusy: boolean;
};

/** Saves a file of the server with the panel's sign-in, which a plain link would not carry. */
export function useDownload(): Download {
  const withToken = useWithToken();
  const [error, setError] = React.useState<string | null>(null);
  const [isBusy, setBusy] = React.useState(false);
  const download: Download['download'] = async (address, name, body) => {
    setError(null);
    setBusy(true);
    try {
      saveFile(name, await withToken((token) => fetchFile(address, token, body)));
    } catch (failure) {
      setError((failure as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return { download, error, isBusy };
}
