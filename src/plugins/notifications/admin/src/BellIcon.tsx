import { Bell } from '@strapi/icons';
import type * as React from 'react';
import { useUnreadQuery } from './notifications-api';

/** Milliseconds between two looks for something new. */
const LOOK_MS = 60_000;
/** The server counts no further. */
const COUNTED = 100;

const FRAME: React.CSSProperties = { position: 'relative', display: 'inline-flex' };
const BADGE: React.CSSProperties = {
  position: 'absolute',
  top: -7,
  left: 11,
  minWidth: 16,
  height: 16,
  padding: '0 4px',
  borderRadius: 8,
  // on the design system's own colours it reads in light and dark
  background: '#d02b20',
  color: '#ffffff',
  fontSize: 10,
  fontWeight: 700,
  lineHeight: '16px',
  textAlign: 'center',
};

/** The bell of the menu, with how many notifications are unread. */
export function BellIcon(props: React.SVGProps<SVGSVGElement>) {
  const { data: unread = 0 } = useUnreadQuery(undefined, {
    pollingInterval: LOOK_MS,
    refetchOnMountOrArgChange: true,
  });
  return (
    <span style={FRAME}>
      <Bell {...(props as object)} />
      {unread > 0 ? (
        <span style={BADGE} data-unread={unread} title={`${unread}条未读通知`}>
          {unread >= COUNTED ? '99+' : unread}
        </span>
      ) : null}
    </span>
  );
}
