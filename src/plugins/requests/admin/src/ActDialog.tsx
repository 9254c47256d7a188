import { Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import { Dialog } from '../../../disclosure/admin/src/shell/Dialog';
import { today } from '../../../disclosure/admin/src/shell/dates';
import type { Draft } from '../../shared/beside';
import type { DeskButton, RequestTold } from '../../shared/contract';
import { type ActField, type Choice, isComplete, toBody } from './act-fields';
import { chosenDelivery } from './acts/delivery';
import { disputeChoice, fieldsFor } from './acts/fields-for';
import { FormFields } from './FormFields';
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
  const [values, setValues] = React.useState<Record<string, string>>(() =>
    filledFor(button.verb, request, draft),
  );
  const [act, { error, isLoading }] = useActOnRequestMutation();
  const errorText = useErrorText();
  // what an answer points to is chosen beside the form
  const withPublications = (told: Record<string, unknown>) =>
    told.answer
      ? { ...told, answer: { ...told.answer, publications: (draft ?? request.answer)?.publications ?? [] } }
      : told;
  const save = async () => {
    const body = { ...withPublications(toBody(fields, values)), expectedVersion: request.version };
    const answer = await act({ id: request.id, verb: button.verb, body });
    if (!('data' in answer)) return;
    onClose();
    if (answer.data === null) onGone();
  };
  return (
    <Dialog
      title={button.label}
      problem={error ? errorText(error) : null}
      action={button.label}
      isBusy={isLoading}
      isReady={isComplete(fields, values)}
      onAct={save}
      onClose={onClose}
    >
      {button.about ? <Typography>{button.about}</Typography> : null}
      <FormFields
        fields={fields}
        values={values}
        onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        choices={{
          consultation: request.consultations.map(({ id, label }) => ({ code: id, label })),
          department: departments,
          dispute: request.disputes.map(disputeChoice),
        }}
      />
      {button.hasPreview ? (
        <PreviewButton
          requestId={request.id}
          verb={button.verb}
          body={toBody(fields, values)}
          disabled={!isComplete(fields, values)}
        />
      ) : null}
    </Dialog>
  );
}

/** Most of what is entered happened today; an answer is written on. */
function filledFor(
  verb: string,
  { answer: saved, consultations, delivery, receivedOn }: RequestTold,
  draft: Draft | null,
): Record<string, string> {
  const values: Record<string, string> = { on: today(), receivedOn: today() };
  if (verb === 'send') values.method = chosenDelivery(delivery) ?? '';
  if (verb === 'correctReceipt') return { receivedOn: receivedOn ?? '' };
  const answer = draft ?? saved;
  if (verb === 'saveAnswer' && answer) {
    return { 'answer.outcome': answer.outcome, 'answer.text': answer.text, 'answer.reasons': answer.reasons };
  }
  return consultations[0] ? { ...values, consultation: consultations[0].id } : values;
}
