import * as React from 'react';
import { useParams } from 'react-router-dom';
import { useIsDisclosure } from '../shell/disclosure-type';

/** Read by the style sheet of the panel: nothing can be done with selected rows of this list. */
const NO_SELECTION = 'data-no-selection';

/** Shows nothing: says to the style sheet that the list is one of disclosure documents. */
export function ListMark() {
  const { slug = '' } = useParams<{ slug: string }>();
  const own = useIsDisclosure(slug);
  React.useEffect(() => {
    document.documentElement.toggleAttribute(NO_SELECTION, own);
    return () => document.documentElement.removeAttribute(NO_SELECTION);
  }, [own]);
  return null;
}
