import { unstable_useDocumentLayout } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useIsDisclosure } from '../shell/disclosure-type';
import { useMark } from '../shell/use-mark';

/** Shows nothing: says to the style sheet what this list has no use for. */
export function ListMark() {
  const { slug = '' } = useParams<{ slug: string }>();
  const { list } = unstable_useDocumentLayout(slug);
  // without bulk actions there is nothing to tick boxes for
  useMark('data-no-selection', list.layout.length > 0 && !list.settings.bulkable);
  useMark('data-disclosure-list', useIsDisclosure(slug));
  return null;
}
