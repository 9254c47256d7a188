import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import { Refused } from './refused';

type WithToken = <Answer>(send: (token: string | null) => Promise<Answer>) => Promise<Answer>;

/** Sends what Strapi’s own client cannot send, with its token. A session that has run out is renewed once. */
export function useWithToken(): WithToken {
  const token = useAuth('useWithToken', (state) => state.token);
  const latest = React.useRef(token);
  latest.current = token;
  const { get } = useFetchClient();
  return React.useCallback<WithToken>(
    async (send) => {
      try {
        return await send(latest.current);
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 401) throw error;
        // a request of the panel’s own renews the token
        await get('/admin/users/me').catch(() => {
          throw error;
        });
        await new Promise((resolve) => setTimeout(resolve, 0));
        return send(latest.current);
      }
    },
    [get],
  );
}
