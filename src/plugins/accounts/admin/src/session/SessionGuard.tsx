import { setOnSessionExpired, useAuth, useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import type { PanelSession } from '../../../server/contract';
import { useMyAccountQuery } from '../api/accounts-api';
import { IdleWarning } from './IdleWarning';
import { SignInAgain } from './SignInAgain';
import { useIdle } from './use-idle';

/**
 * Watches the session behind every page: warns before it ends for want of work, and where it has ended asks
 * for the password over the page, so that what was typed stays.
 */
export function SessionGuard() {
  const user = useAuth('SessionGuard', (state) => state.user);
  const logout = useAuth('SessionGuard', (state) => state.logout);
  const { data: me } = useMyAccountQuery();
  const { get, post } = useFetchClient();
  const [ended, setEnded] = React.useState<'idle' | 'ended' | null>(null);

  // where Strapi would leave the page
  React.useEffect(() => setOnSessionExpired(() => setEnded((before) => before ?? 'ended')), []);

  const tell = React.useCallback(() => {
    // an answer 401 comes back by setOnSessionExpired or at the next request
    post('/accounts/me/activity', {}).catch((error: { status?: number }) => {
      if (error.status === 401) setEnded((before) => before ?? 'ended');
    });
  }, []);
  const { state, work } = useIdle(ended || !me ? null : me.idleMinutes * 60_000, tell);

  React.useEffect(() => {
    if (state.kind !== 'over' || ended) return;
    setEnded('idle');
    endOwnSession(get, post).catch(() => undefined);
  }, [state.kind, ended]);

  if (ended && user) {
    return (
      <SignInAgain
        email={user.email ?? ''}
        why={ended}
        onDone={() => {
          work();
          setEnded(null);
        }}
        onLeave={logout}
      />
    );
  }
  return state.kind === 'warning' ? (
    <IdleWarning
      secondsLeft={state.secondsLeft}
      onStay={() => {
        work();
        tell();
      }}
    />
  ) : null;
}

type Client = ReturnType<typeof useFetchClient>;

async function endOwnSession(get: Client['get'], post: Client['post']): Promise<void> {
  const { data } = await get<{ data: PanelSession[] }>('/accounts/me/sessions');
  const own = data.data.find(({ isCurrent }) => isCurrent);
  if (own) await post(`/accounts/me/sessions/${own.id}/end`, {});
}
