import type { DocumentAddress } from '../api/desk-api';
import { ConflictDialog } from '../conflict/ConflictDialog';
import type { useConflict } from '../conflict/use-conflict';
import { Unsaved } from './Unsaved';
import type { UnsavedEdits } from './use-unsaved-edits';

type Values = Record<string, unknown>;
type Props = {
  /** null: of a new entry */
  address: DocumentAddress | null;
  unsaved: UnsavedEdits;
  conflict: ReturnType<typeof useConflict>;
  saveValues: (read: () => Values) => Promise<unknown>;
  off: string | null;
};

/** What is not saved yet: its status line, its way back, and what to do when somebody else was first. */
export function UnsavedPart({ address, unsaved, conflict, saveValues, off }: Props) {
  const ways = {
    save: (values: Values) => saveValues(() => values),
    fill: unsaved.fill,
    keep: unsaved.keep,
  };
  return (
    <>
      <Unsaved unsaved={unsaved} isNew={address === null} off={off} />
      {address && conflict.conflict ? (
        <ConflictDialog
          address={address}
          conflict={conflict.conflict}
          isRunning={conflict.isRunning}
          onSettle={(settled) => conflict.settle(settled, ways)}
          onReload={() => conflict.reload(ways)}
          onClose={conflict.close}
        />
      ) : null}
    </>
  );
}
