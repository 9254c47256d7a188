import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';

/** Takes a file with the panel's sign-in, which a plain link would not carry. */
export function useDownload() {
  const { get, post } = useFetchClient();
  const errorText = useErrorText();
  const [error, setError] = React.useState<string | null>(null);
  /** @param body what is posted; nothing: it is a GET */
  const download = async (address: string, name: string, body?: object) => {
    setError(null);
    try {
      const { data } = body
        ? await post<Blob>(address, body, { responseType: 'blob' })
        : await get<Blob>(address, { responseType: 'blob' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(data);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (failure) {
      setError(errorText(failure));
    }
  };
  return { download, error };
}
