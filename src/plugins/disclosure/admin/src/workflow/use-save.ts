import { createRulesEngine, unstable_useDocumentActions, useForm, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useNavigate } from 'react-router-dom';
import { useAttributes } from '../shell/disclosure-type';
import { clearHidden } from './hidden-values';

/** What a save leaves: where the document is, and its new version. */
export type Saved = { documentId: string; version: number };

type Answer = { data: { documentId: string; version?: number } } | { error: unknown };

const COLLECTION = 'collection-types';
const rules = createRulesEngine();

/**
 * Saves the open form as Strapi's own action does, with two differences: a refused save keeps what the
 * person has typed, and fields that the form does not show are emptied.
 *
 * @param documentId undefined for a new document
 */
export function useSave(uid: string, documentId: string | undefined) {
  const { create, update, isLoading } = unstable_useDocumentActions();
  const attributes = useAttributes(uid);
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const modified = useForm('useSave', (state) => state.modified);
  const isSubmitting = useForm('useSave', (state) => state.isSubmitting);
  const setSubmitting = useForm('useSave', (state) => state.setSubmitting);
  const getValues = useForm('useSave', (state) => state.getValues);
  const validate = useForm('useSave', (state) => state.validate);
  const resetForm = useForm('useSave', (state) => state.resetForm);

  /** @returns null when it was refused; the person has been told why */
  const save = async (): Promise<Saved | null> => {
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
      const typed = getValues() as Record<string, unknown>;
      const values = clearHidden(typed, attributes ?? {}, rules.evaluate) as never;
      const answer = (documentId
        ? await update({ collectionType: COLLECTION, model: uid, documentId }, values)
        : await create({ model: uid }, values)) as unknown as Answer;
      if ('error' in answer) return null;
      resetForm(typed);
      const saved = { documentId: answer.data.documentId, version: Number(answer.data.version ?? 0) };
      if (!documentId) navigate(`../${saved.documentId}`, { replace: true, relative: 'path' });
      return saved;
    } finally {
      setSubmitting(false);
    }
  };

  return { save, canSave: modified && !isSubmitting, modified, isSaving: isLoading };
}

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
