import { unstable_useDocumentLayout } from '@strapi/strapi/admin';
import * as React from 'react';
import { useParams } from 'react-router-dom';

/** Read by the style sheet of the panel: nothing can be done with selected rows of this list. */
const NO_SELECTION = 'data-no-selection';

/** Shows nothing: says to the style sheet that the list has no bulk actions, so that it needs no boxes to tick. */
export function ListMark() {
  const { slug = '' } = useParams<{ slug: string }>();
  const { list } = unstable_useDocumentLayout(slug);
  const off = list.layout.length > 0 && !list.settings.bulkable;
  React.useEffect(() => {
    document.documentElement.toggleAttribute(NO_SELECTION, off);
    return () => document.documentElement.removeAttribute(NO_SELECTION);
  }, [off]);
  return null;
}
