import { isBaseQueryError, useForm, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import type { Desk, DeskIssue } from '../../../server/desk/contract';
import { useVerbMutation, type VerbBody } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { VERB_TEXTS } from './verb-texts';

/**
 * Uses a verb on the open document. Afterwards form, panel and version are fetched again.
 *
 * @returns null when done, else the sentence of the refusal
 */
export function useVerb(desk: Desk) {
  const [send, { isLoading }] = useVerbMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const setErrors = useForm('useVerb', (state) => state.setErrors);
  useForgetErrors(setErrors);

  const run = async (verb: string, body: VerbBody): Promise<string | null> => {
    const answer = await send({
      uid: desk.uid,
      documentId: desk.documentId,
      verb,
      body,
    });
    if ('error' in answer && answer.error) {
      setErrors(errorsByField(answer.error));
      return errorText(answer.error);
    }
    toggleNotification({ type: 'success', message: VERB_TEXTS[verb]?.done ?? '已办理' });
    return null;
  };

  return { run, isRunning: isLoading };
}

/** What is missing, at the fields where it is missing. */
function errorsByField(error: unknown): Record<string, string> {
  if (!isBaseQueryError(error as Parameters<typeof isBaseQueryError>[0])) return {};
  const { issues = [] } = ((error as { details?: unknown }).details ?? {}) as { issues?: DeskIssue[] };
  return Object.fromEntries(issues.map(({ field, message }) => [field, message]));
}

/**
 * Takes the red marks away as soon as something is changed: they say what was wrong then. All at once,
 * because Strapi's form moves the focus to what remains. The panel still lists what is missing.
 */
function useForgetErrors(setErrors: (errors: Record<string, string>) => void): void {
  const errors = useForm('useForgetErrors', (state) => state.errors);
  const values = useForm('useForgetErrors', (state) => state.values);
  const marked = React.useRef({ errors, values });
  React.useEffect(() => {
    if (marked.current.errors !== errors) marked.current = { errors, values };
    else if (marked.current.values !== values && Object.keys(errors).length > 0) setErrors({});
  }, [errors, values, setErrors]);
}
