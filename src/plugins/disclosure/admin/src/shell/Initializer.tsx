import { useAuth, useFetchClient, useScopedPersistentState } from '@strapi/strapi/admin';
import * as React from 'react';
import { entersAnything, loadSession } from './session';

/** Strapi's key for “the banner that advertises the new media library was closed”. */
const MEDIA_LIBRARY_BANNER = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false';

/** Read by the style sheet of the panel: the menu entry 设置 is of use to administrators only. */
const NO_SETTINGS = 'data-no-settings';

/** … and 批量导入 to those who enter information. */
const ENTERS_NOTHING = 'data-enters-nothing';

const opensSettings = ({ action }: { action: string }): boolean =>
  action.startsWith('admin::') || action.startsWith('plugin::users-permissions.');

/** Runs at every sign-in before the panel shows: Strapi waits until `setPlugin` is called. */
export function Initializer({ setPlugin }: { setPlugin: (id: string) => void }) {
  const { get } = useFetchClient();
  const permissions = useAuth('Initializer', (state) => state.permissions);
  useScopedPersistentState(MEDIA_LIBRARY_BANNER, true);

  React.useEffect(() => {
    document.documentElement.toggleAttribute(NO_SETTINGS, !permissions.some(opensSettings));
  }, [permissions]);

  React.useEffect(() => {
    loadSession(get)
      .catch(() => undefined)
      .finally(() => {
        document.documentElement.toggleAttribute(ENTERS_NOTHING, !entersAnything());
        setPlugin('disclosure');
      });
  }, []);

  return null;
}
