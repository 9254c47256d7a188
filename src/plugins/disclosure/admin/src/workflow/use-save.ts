import { createRulesEngine, useForm, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useNavigate } from 'react-router-dom';
import { type Saved, useSaveMutation } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import type { Conflict } from '../conflict/conflict';
import { useAttributes } from '../shell/disclosure-type';
import { clearHidden } from './hidden-values';

const rules = createRulesEngine();

type Values = Record<string, unknown>;

type After = {
  /** somebody else has saved a newer version; without it, the person is only told */
  onConflict?: (conflict: Conflict) => void;
  onSaved?: () => unknown;
};

/**
 * Saves the open form. Unlike after Strapi's own action, a refused save leaves the form as the person has
 * typed it, and fields that the form does not show are emptied.
 *
 * @param documentId undefined for a new document
 */
export function useSave(uid: string, documentId: string | undefined, { onConflict, onSaved }: After = {}) {
  const [send, { isLoading }] = useSaveMutation();
  const errorText = useErrorText();
  const attributes = useAttributes(uid);
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const modified = useForm('useSave', (state) => state.modified);
  const isSubmitting = useForm('useSave', (state) => state.isSubmitting);
  const setSubmitting = useForm('useSave', (state) => state.setSubmitting);
  const getValues = useForm('useSave', (state) => state.getValues);
  const validate = useForm('useSave', (state) => state.validate);
  const resetForm = useForm('useSave', (state) => state.resetForm);
  const initialValues = useForm('useSave', (state) => state.initialValues) as Values;
  const lastVersion = React.useRef(0);

  /** @returns null when it was refused; the person has been told why */
  const save = async (): Promise<Saved | null> => saveValues(() => getValues() as Values);

  /** Saves other values than those of the form: with a colleague's changes in them. */
  const saveValues = async (read: () => Values): Promise<Saved | null> => {
    setSubmitting(true);
    try {
      // inputs that report late do so when they lose the focus
      (globalThis.document.activeElement as HTMLElement | null)?.blur();
      await Promise.resolve();
      const { errors } = await validate(true, { status: 'draft' });
      if (errors) {
        toggleNotification({ type: 'danger', message: '有的内容格式不对，请按红字提示修改后再保存' });
        return null;
      }
      const typed = read();
      const values = clearHidden(typed, attributes ?? {}, rules.evaluate);
      const answer = await send({ uid, documentId, values });
      if ('error' in answer && answer.error) {
        if (onConflict && documentId && codeOf(answer.error) === 'STALE_VERSION') {
          const baseVersion = Number(initialValues.version);
          onConflict({ base: initialValues, mine: typed, purpose: 'save', baseVersion });
          return null;
        }
        toggleNotification({ type: 'danger', message: errorText(answer.error), timeout: 10_000 });
        return null;
      }
      const saved = (answer as { data: Saved }).data;
      toggleNotification({ type: 'success', message: '已保存' });
      onSaved?.();
      resetForm(typed);
      lastVersion.current = saved.version;
      if (!documentId) navigate(`../${saved.documentId}`, { replace: true, relative: 'path' });
      return saved;
    } finally {
      setSubmitting(false);
    }
  };

  return {
    save,
    saveValues,
    canSave: modified && !isSubmitting,
    modified,
    isSaving: isLoading,
    /** the version of the last save in this form; 0 before there is one */
    lastVersion,
  };
}

/** The code of a refusal. */
const codeOf = (error: unknown): unknown =>
  (error as { details?: { code?: unknown } | null } | null)?.details?.code;

/** Ctrl+S and Ctrl+Enter (⌘ on a Mac) save, as everywhere. */
export function useSaveShortcut(save: () => void, enabled: boolean): void {
  const latest = React.useRef({ save, enabled });
  latest.current = { save, enabled };
  React.useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      if (event.key !== 's' && event.key !== 'Enter') return;
      event.preventDefault();
      if (latest.current.enabled) latest.current.save();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
