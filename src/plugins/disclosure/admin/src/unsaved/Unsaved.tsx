import { Modal } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import * as React from 'react';
import type { DeskUnsaved } from '../../../server/desk/contract';
import { DifferenceView } from '../versions/DifferenceView';
import { diffContents } from '../versions/difference/diff-content';
import { AutosaveLine } from './AutosaveLine';
import { UnsavedBanner } from './UnsavedBanner';
import type { UnsavedEdits } from './use-unsaved-edits';

type Props = {
  unsaved: UnsavedEdits;
  isNew: boolean;
  /** why the document may not be edited now */
  off: string | null;
};

const FAILING = { kind: 'failed', why: '服务器没有回答', again: true } as const;

/** What the person typed here before and did not save, and how what she types now is kept. */
export function Unsaved({ unsaved, isNew, off }: Props) {
  const { edits, fields, others, autosave, failing, restore, drop } = unsaved;
  const modified = useForm('Unsaved', (state) => state.modified);
  const [compared, setCompared] = React.useState<DeskUnsaved | null>(null);
  const titleOf = ({ entered }: DeskUnsaved) => String(entered.title ?? '') || '（还没有标题）';
  return (
    <>
      {edits.map((edit) => (
        <UnsavedBanner
          key={edit.key}
          edit={edit}
          title={isNew ? titleOf(edit) : null}
          off={off}
          onRestore={() => restore(edit)}
          onDrop={() => drop(edit)}
          onCompare={() => setCompared(edit)}
        />
      ))}
      <AutosaveLine
        state={failing && modified ? FAILING : autosave.state}
        paused={unsaved.paused}
        others={others}
      />
      {compared ? <CompareDialog edit={compared} fields={fields} onClose={() => setCompared(null)} /> : null}
    </>
  );
}

type CompareProps = { edit: DeskUnsaved; fields: UnsavedEdits['fields']; onClose: () => void };

function CompareDialog({ edit, fields, onClose }: CompareProps) {
  const values = useForm('CompareDialog', (state) => state.values) as Record<string, unknown>;
  const typed = fields.filter(({ name }) => name in edit.entered);
  const differences = React.useMemo(
    () =>
      diffContents(
        typed,
        { content: values, names: edit.names },
        { content: edit.entered, names: edit.names },
      ),
    [edit, values],
  );
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content style={{ width: '80vw', maxWidth: 900 }}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>未保存的修改</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <DifferenceView differences={differences} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
