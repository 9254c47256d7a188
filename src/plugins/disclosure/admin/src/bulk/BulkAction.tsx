import { useTable } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIsDisclosure } from '../shell/disclosure-type';
import { BulkDialog } from './BulkDialog';
import type { Chosen } from './run-bulk';

/** What Strapi's list tells a bulk action. */
type Props = { model: string; documents: readonly Chosen[] };

/** The button over a list's selection that takes a step with all of it. */
export function BulkAction({ model, documents }: Props) {
  const own = useIsDisclosure(model);
  const selectRow = useTable('BulkAction', (state) => state.selectRow);
  const latest = React.useRef(documents);
  latest.current = documents;
  const clear = React.useRef(selectRow);
  clear.current = selectRow;
  // one component for ever: another one would begin anew whenever the list is fetched again
  const [Content] = React.useState(() => ({ onClose }: { onClose: () => void }) => (
    <BulkDialog
      uid={model}
      chosen={latest.current}
      onClose={() => {
        clear.current([]);
        onClose();
      }}
    />
  ));
  if (!own) return null;
  return {
    variant: 'default',
    label: '批量办理',
    dialog: { type: 'modal', title: '批量办理', content: Content },
  };
}
BulkAction.type = 'disclosure-bulk';
