import { useParams } from 'react-router-dom';
import { useDeskQuery } from '../api/desk-api';
import { useIsDisclosure } from '../shell/disclosure-type';

/** Whether the open document may not be edited now (under review, public, another's); new ones may. */
export function useReadOnly(): boolean {
  const { slug = '', id } = useParams<{ slug: string; id: string }>();
  const isDisclosure = useIsDisclosure(slug);
  const exists = isDisclosure && id !== undefined && id !== 'create';
  const { data: desk } = useDeskQuery({ uid: slug, documentId: id ?? '' }, { skip: !exists });
  if (!exists || !desk) return false;
  return !desk.buttons.some(({ verb, allowed }) => verb === 'edit' && allowed);
}
