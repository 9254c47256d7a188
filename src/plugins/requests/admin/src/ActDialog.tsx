import { today } from '../../../disclosure/admin/src/shell/dates';
import type { Draft } from '../../shared/beside';
import type { DeskButton, RequestTold } from '../../shared/contract';
import type { ActField, Choice } from './act-fields';
import { filledCorrection } from './acts/corrected';
import { chosenDelivery } from './acts/delivery';
import { disputeChoice, fieldsFor } from './acts/fields-for';
import { FormDialog } from './FormDialog';
import { PreviewButton } from './notices/PreviewButton';
import { useActOnRequestMutation } from './requests-api';

const REASON: ActField = { name: 'reason', label: '理由', kind: 'words' };

type Props = {
  request: RequestTold;
  button: DeskButton;
  /** an answer that was made beside the form */
  draft: Draft | null;
  departments: readonly Choice[];
  onClose: () => void;
  onGone: () => void;
};

/** One step of a request: what it asks for, and doing it. */
export function ActDialog({ request, button, draft, departments, onClose, onGone }: Props) {
  const fields = [...fieldsFor(button.verb, request), ...(button.needsReason ? [REASON] : [])];
  const [act, { error, isLoading }] = useActOnRequestMutation();
  // what an answer points to is chosen beside the form
  const withPublications = (told: Record<string, unknown>) =>
    told.answer
      ? { ...told, answer: { ...told.answer, publications: (draft ?? request.answer)?.publications ?? [] } }
      : told;
  const save = async (entered: Record<string, unknown>) => {
    const body = { ...withPublications(entered), expectedVersion: request.version };
    const answer = await act({ id: request.id, verb: button.verb, body });
    if (!('data' in answer)) return;
    onClose();
    if (answer.data === null) onGone();
  };
  return (
    <FormDialog
      title={button.label}
      about={button.about}
      warning={button.warning}
      fields={fields}
      filled={filledFor(button.verb, request, draft)}
      choices={{
        consultation: request.consultations.map(({ id, label }) => ({ code: id, label })),
        department: departments,
        dispute: request.disputes.map(disputeChoice),
      }}
      below={({ body, isWhole }) =>
        button.hasPreview ? (
          <PreviewButton requestId={request.id} verb={button.verb} body={body} disabled={!isWhole} />
        ) : null
      }
      action={button.label}
      error={error}
      isBusy={isLoading}
      onSave={save}
      onClose={onClose}
    />
  );
}

/** Most of what is entered happened today; an answer is written on. */
function filledFor(
  verb: string,
  { answer: saved, consultations, delivery, receivedOn, wanted }: RequestTold,
  draft: Draft | null,
): Record<string, string> {
  const values: Record<string, string> = { on: today(), receivedOn: today() };
  if (verb === 'send' || verb === 'noteService') values.method = chosenDelivery(delivery) ?? '';
  if (verb === 'correctReceipt') return { receivedOn: receivedOn ?? '' };
  if (verb === 'noteCorrection') return { ...values, ...filledCorrection({ wanted }) };
  const answer = draft ?? saved;
  if (verb === 'saveAnswer' && answer) {
    return { 'answer.outcome': answer.outcome, 'answer.text': answer.text, 'answer.reasons': answer.reasons };
  }
  return consultations[0] ? { ...values, consultation: consultations[0].id } : values;
}
