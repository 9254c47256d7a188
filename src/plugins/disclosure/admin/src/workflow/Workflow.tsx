import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import type { Desk, DeskButton } from '../../../server/desk/contract';
import { useDeskQuery, type VerbBody } from '../api/desk-api';
import { useConflict } from '../conflict/use-conflict';
import { neededFor } from '../desk/finding-texts';
import { useMark } from '../shell/use-mark';
import { UnsavedPart } from '../unsaved/UnsavedPart';
import { useUnsavedEdits } from '../unsaved/use-unsaved-edits';
import { OffButtons } from './OffButtons';
import { SaveFirstDialog } from './SaveFirstDialog';
import { usePrefill } from './use-prefill';
import { useCatchUp } from './use-read-only';
import { useSave, useSaveShortcut } from './use-save';
import { useVerb } from './use-verb';
import { VerbDialog } from './VerbDialog';
import { SHOWN_WHEN_ON, VERB_TEXTS } from './verb-texts';

type Props = { uid: string; documentId: string | undefined; isWorkingCopy: boolean };

/** The buttons of a disclosure document: save, and the verbs. */
export function Workflow({ uid, documentId, isWorkingCopy }: Props) {
  const { data: desk } = useDeskQuery(
    { uid, documentId: documentId ?? '' },
    { skip: !documentId, refetchOnMountOrArgChange: true },
  );
  const conflict = useConflict(documentId ? { uid, documentId } : null);
  const unsaved = useUnsavedEdits(uid, documentId, isWorkingCopy, conflict.open);
  const saving = useSave(uid, documentId, {
    onConflict: conflict.open,
    onSaved: unsaved.autosave.forget,
  });
  const mayEdit = isWorkingCopy && (!desk || isOn(desk, 'edit'));
  const canSave = saving.canSave && mayEdit;
  useSaveShortcut(saving.save, canSave);
  useMark('data-disclosure-document', true);
  useCatchUp(desk, isWorkingCopy);
  usePrefill(uid, !documentId);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <UnsavedPart
        address={documentId ? { uid, documentId } : null}
        unsaved={unsaved}
        conflict={conflict}
        saveValues={saving.saveValues}
        off={mayEdit || !desk ? null : whyNot(desk, 'edit')}
      />
      {mayEdit ? (
        <Button
          fullWidth
          variant={saving.modified ? 'default' : 'secondary'}
          disabled={!canSave}
          loading={saving.isSaving}
          onClick={saving.save}
        >
          保存
        </Button>
      ) : null}
      {desk ? <Verbs desk={desk} saving={saving} /> : null}
      {documentId ? null : (
        <Typography variant="pi" textColor="neutral600">
          保存成草稿后，可以提交审核。
        </Typography>
      )}
    </Flex>
  );
}

const isOn = (desk: Desk, verb: string): boolean =>
  desk.buttons.some((button) => button.verb === verb && button.allowed);

const whyNot = (desk: Desk, verb: string): string | null =>
  desk.buttons.find((button) => button.verb === verb)?.why ?? null;

type Saving = ReturnType<typeof useSave>;

function Verbs({ desk, saving }: { desk: Desk; saving: Saving }) {
  const { run, isRunning } = useVerb(desk);
  const { toggleNotification } = useNotification();
  const [unsaved, setUnsaved] = React.useState<DeskButton | null>(null);
  const [asking, setAsking] = React.useState<DeskButton | null>(null);
  const buttons = Object.keys(VERB_TEXTS).flatMap((verb) =>
    desk.buttons.filter((button) => button.verb === verb),
  );
  // what is missing may be typed already: then saving and the step are one click
  const isPossible = ({ allowed, mendable }: DeskButton) => allowed || (mendable && saving.modified);
  const on = buttons.filter(isPossible);
  const off = buttons.filter((button) => !isPossible(button) && !SHOWN_WHEN_ON.has(button.verb));

  /** What she has saved herself counts: an answer about the desk that was asked before may come after it. */
  const runVerb = (button: DeskButton, body: VerbBody) =>
    run(button.verb, { expectedVersion: Math.max(desk.version, saving.lastVersion.current), ...body });
  const begin = async (button: DeskButton) => {
    if (VERB_TEXTS[button.verb]?.ask || neededFor(button.verb, desk)) {
      setAsking(button);
      return;
    }
    const refusal = await runVerb(button, {});
    if (refusal) toggleNotification({ type: 'danger', message: refusal, timeout: 10_000 });
  };
  const saveAndBegin = async (button: DeskButton) => {
    const saved = await saving.save();
    setUnsaved(null);
    if (saved) await begin(button);
  };

  return (
    <>
      {on.map((button) => (
        <Button
          key={button.verb}
          fullWidth
          variant={saving.modified ? 'secondary' : VERB_TEXTS[button.verb]?.variant}
          disabled={isRunning}
          loading={isRunning && !asking}
          onClick={() => (saving.modified ? setUnsaved(button) : begin(button))}
        >
          {button.label}
        </Button>
      ))}
      <OffButtons buttons={off} explained={on.length === 0} />
      {unsaved ? (
        <SaveFirstDialog
          verb={unsaved.label}
          isSaving={saving.isSaving}
          onSave={() => saveAndBegin(unsaved)}
          onClose={() => setUnsaved(null)}
        />
      ) : null}
      {asking ? (
        <VerbDialog
          desk={desk}
          button={asking}
          isRunning={isRunning}
          onRun={(body) => runVerb(asking, body)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
