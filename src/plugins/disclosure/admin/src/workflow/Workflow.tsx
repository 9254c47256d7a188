import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import type { Desk, DeskButton } from '../../../server/desk/contract';
import { type Saved, useDeskQuery, type VerbBody } from '../api/desk-api';
import { useConflict } from '../conflict/use-conflict';
import { neededFor } from '../desk/finding-texts';
import { Standing } from '../desk/Standing';
import { useMark } from '../shell/use-mark';
import { UnsavedPart } from '../unsaved/UnsavedPart';
import { useUnsavedEdits } from '../unsaved/use-unsaved-edits';
import { OffButtons } from './OffButtons';
import { SaveFirstDialog } from './SaveFirstDialog';
import { useSettledForm } from './settled-form';
import { usePrefill } from './use-prefill';
import { useCatchUp } from './use-read-only';
import { useSave, useSaveShortcut } from './use-save';
import { useVerb } from './use-verb';
import { VerbDialog } from './VerbDialog';
import { SHOWN_WHEN_ON, VERB_TEXTS } from './verb-texts';

type Props = { uid: string; documentId: string | undefined; isWorkingCopy: boolean };

/** The buttons of a disclosure document: save, and the verbs. */
export function Workflow({ uid, documentId, isWorkingCopy }: Props) {
  const { data: desk, refetch } = useDeskQuery(
    { uid, documentId: documentId ?? '' },
    { skip: !documentId, refetchOnMountOrArgChange: true },
  );
  const conflict = useConflict(documentId ? { uid, documentId } : null);
  const unsaved = useUnsavedEdits(uid, documentId, isWorkingCopy, conflict.open);
  const saving = useSave(uid, documentId, { onConflict: conflict.open });
  useSettledForm(unsaved.autosave.forget);
  const mayEdit = isWorkingCopy && (!desk || isOn(desk, 'edit'));
  const canSave = saving.canSave && mayEdit;
  useSaveShortcut(saving.save, canSave);
  useMark('data-disclosure-document', true);
  useCatchUp(desk, isWorkingCopy);
  usePrefill(uid, !documentId);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {desk ? <Standing desk={desk} /> : null}
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
      {desk ? <Verbs desk={desk} saving={saving} lookAgain={refetch} /> : null}
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

type VerbsProps = {
  desk: Desk;
  saving: Saving;
  /** fetches the desk again */
  lookAgain: () => PromiseLike<unknown>;
};

function Verbs({ desk, saving, lookAgain }: VerbsProps) {
  const { run, isRunning } = useVerb(desk);
  const { toggleNotification } = useNotification();
  const [unsaved, setUnsaved] = React.useState<DeskButton | null>(null);
  const [asking, setAsking] = React.useState<DeskButton | null>(null);
  const saved = React.useRef<Saved | null>(null);
  const buttons = Object.keys(VERB_TEXTS).flatMap((verb) =>
    desk.buttons.filter((button) => button.verb === verb),
  );
  // what is missing may be typed already: then saving and the step are one click
  const isPossible = ({ allowed, mendable }: DeskButton) => allowed || (mendable && saving.modified);
  const on = buttons.filter(isPossible);
  const off = buttons.filter((button) => !isPossible(button) && !SHOWN_WHEN_ON.has(button.verb));

  /** After a save just made, its version counts: the panel may not have heard of it yet. */
  const runVerb = async (button: DeskButton, body: VerbBody) => {
    const version = saved.current ? { expectedVersion: saved.current.version } : {};
    saved.current = null;
    return run(button.verb, { ...version, ...body });
  };
  const begin = async (button: DeskButton) => {
    if (VERB_TEXTS[button.verb]?.ask || neededFor(button.verb, desk)) {
      setAsking(button);
      return;
    }
    const refused = await runVerb(button, {});
    if (refused?.code === 'PERSONAL_DATA_FOUND') {
      // found only now, when the attachments were read: the dialog shows it, and what can be done
      await lookAgain();
      setAsking(button);
    } else if (refused) toggleNotification({ type: 'danger', message: refused.text, timeout: 10_000 });
  };
  const saveAndBegin = async (button: DeskButton) => {
    saved.current = await saving.save();
    setUnsaved(null);
    if (saved.current) await begin(button);
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
      {on.length === 0 && !isOn(desk, 'edit') ? (
        <Typography variant="pi" textColor="neutral600">
          现在没有需要您办理的。
        </Typography>
      ) : null}
      <OffButtons buttons={off} />
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
