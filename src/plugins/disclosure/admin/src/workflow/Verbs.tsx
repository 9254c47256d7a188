import { Button, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import type { Desk, DeskButton } from '../../../server/desk/contract';
import type { VerbBody } from '../api/desk-api';
import { neededFor } from '../desk/finding-texts';
import { isOn } from './buttons';
import { OffButtons } from './OffButtons';
import { SaveFirstDialog } from './SaveFirstDialog';
import type { useSave } from './use-save';
import { useVerb } from './use-verb';
import { VerbDialog } from './VerbDialog';
import { SHOWN_WHEN_ON, VERB_TEXTS } from './verb-texts';
import { WaitingButton } from './WaitingButton';

type Saving = ReturnType<typeof useSave>;

/** The step that follows once what is missing is there; of the ways to the public, the plain one. */
const isNext = ({ verb, mendable, waits }: DeskButton): boolean => mendable || (waits && verb === 'publish');

type VerbsProps = {
  desk: Desk;
  saving: Saving;
  /** fetches the desk again */
  lookAgain: () => PromiseLike<unknown>;
};

/** The steps that can be taken now as buttons, and why the others cannot. */
export function Verbs({ desk, saving, lookAgain }: VerbsProps) {
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
  const waiting = buttons.filter((button) => isNext(button) && !isPossible(button));
  const off = buttons.filter(
    (button) => !isPossible(button) && !isNext(button) && !SHOWN_WHEN_ON.has(button.verb),
  );

  /** What she has saved herself counts: an answer about the desk that was asked before may come after it. */
  const runVerb = (button: DeskButton, body: VerbBody) =>
    run(button.verb, { expectedVersion: Math.max(desk.version, saving.lastVersion.current), ...body });
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
      {waiting.map((button) => (
        <WaitingButton key={button.verb} button={button} />
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
