import { useForm } from '@strapi/strapi/admin';
import * as React from 'react';
import { useParams } from 'react-router-dom';
import type { Desk } from '../../../server/desk/contract';
import { useDeskQuery, useRefreshMutation } from '../api/desk-api';
import { useIsDisclosure } from '../shell/disclosure-type';

/**
 * Whether the open document may not be edited now: it is under review, public or another's; or the form is,
 * or may be, behind. A new document may always be edited.
 */
export function useReadOnly(): boolean {
  const { slug = '', id } = useParams<{ slug: string; id: string }>();
  const isDisclosure = useIsDisclosure(slug);
  const exists = isDisclosure && id !== undefined && id !== 'create';
  const { data: desk, isFetching } = useDeskQuery({ uid: slug, documentId: id ?? '' }, { skip: !exists });
  const behind = useIsBehind(desk);
  if (!exists || !desk) return false;
  return behind || isFetching || !desk.buttons.some(({ verb, allowed }) => verb === 'edit' && allowed);
}

/**
 * Whether the form still holds an older version than the desk knows of (after a save, a verb, a colleague’s
 * change): it is about to be filled anew, over whatever one would type meanwhile.
 */
function useIsBehind(desk: Desk | undefined): boolean {
  const version = useForm('useIsBehind', (state) => (state.initialValues as { version?: number }).version);
  return desk !== undefined && (version ?? 0) < desk.version;
}

/** Milliseconds that the form gets to catch up by itself. */
const PATIENCE_MS = 400;

/** Fetches the document again when the form stays behind: Strapi may have shown it from its cache. */
export function useCatchUp(desk: Desk | undefined, isWorkingCopy: boolean): void {
  const [refresh] = useRefreshMutation();
  const behind = useIsBehind(desk) && isWorkingCopy;
  const address = React.useRef(desk);
  address.current = desk;
  React.useEffect(() => {
    if (!behind) return undefined;
    const timer = setTimeout(() => {
      if (address.current) refresh({ uid: address.current.uid, documentId: address.current.documentId });
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [behind, refresh]);
}
