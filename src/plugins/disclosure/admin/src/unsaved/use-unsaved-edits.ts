import { useForm } from '@strapi/strapi/admin';
import * as React from 'react';
import type { DeskUnsaved, DeskVersionField } from '../../../server/desk/contract';
import { NEW_ENTRIES, useLazyVersionQuery, useUnsavedQuery } from '../api/versions-api';
import type { Conflict } from '../conflict/conflict';
import { differs } from './typed-fields';
import { useAutosave } from './use-autosave';

type Values = Record<string, unknown>;
const NO_FIELDS: DeskVersionField[] = [];
/** Milliseconds until the server is asked again. */
const RETRY_MS = 30_000;

/**
 * What the person typed in this form before and did not save, and the keeping of what she types now.
 *
 * @param documentId undefined for a new entry
 * @param onConflict the text that she comes back to was written over an older version of the document
 */
export function useUnsavedEdits(
  uid: string,
  documentId: string | undefined,
  isWorkingCopy: boolean,
  onConflict: (conflict: Conflict) => void,
) {
  const address = { uid, documentId: documentId ?? NEW_ENTRIES };
  const { data, error, refetch } = useUnsavedQuery(address, { refetchOnMountOrArgChange: true });
  const [fetchVersion] = useLazyVersionQuery();
  const values = useForm('useUnsavedEdits', (state) => state.values) as Values;
  const initial = useForm('useUnsavedEdits', (state) => state.initialValues) as Values;
  const modified = useForm('useUnsavedEdits', (state) => state.modified);
  const setValues = useForm('useUnsavedEdits', (state) => state.setValues);
  const [settled, setSettled] = React.useState<ReadonlySet<string>>(new Set());
  const fields = data?.fields ?? NO_FIELDS;
  const names = React.useMemo(() => data && fields.map(({ name }) => name), [data, fields]);

  const found = isWorkingCopy ? (data?.edits ?? []).filter((edit) => !settled.has(idOf(edit))) : [];
  // saved since: the row that a closed browser left says what the document says
  const stale = found.filter((edit) => !differs(fields, edit.entered, initial));
  const waiting = found.filter((edit) => !stale.includes(edit));
  const paused = documentId !== undefined && waiting.length > 0;
  const autosave = useAutosave(uid, documentId, names, isWorkingCopy && data !== undefined && !paused);
  const edits = waiting.filter(({ key }) => documentId !== undefined || key !== autosave.ownKey);

  const settle = (edit: DeskUnsaved) => setSettled((before) => new Set([...before, idOf(edit)]));
  const drop = async (edit: DeskUnsaved) => {
    settle(edit);
    await autosave.remove(edit.key);
  };
  React.useEffect(() => {
    for (const edit of documentId === undefined ? [] : stale) drop(edit);
  }, [stale.length]);

  // nothing is kept before the server has said what it holds: an older text must not be overwritten
  const failing = error !== undefined && data === undefined;
  React.useEffect(() => {
    if (!failing || !modified) return undefined;
    const timer = setInterval(refetch, RETRY_MS);
    return () => clearInterval(timer);
  }, [failing, modified, refetch]);
  // what the form holds already needs no way back
  React.useEffect(() => {
    for (const edit of waiting) if (!differs(fields, edit.entered, values)) settle(edit);
  }, [data]);
  // filled anew by the server: what was typed before is to be offered again, not written over
  React.useEffect(() => {
    if (documentId !== undefined) refetch();
  }, [initial.version]);

  const restore = async (edit: DeskUnsaved) => {
    const current = Number(initial.version);
    if (documentId !== undefined && edit.baseVersion !== null && edit.baseVersion < current) {
      const base = await fetchVersion({ uid, documentId, version: `draft-${edit.baseVersion}` });
      const { baseVersion } = edit;
      onConflict({
        base: base.data?.content ?? {},
        mine: { ...initial, ...edit.entered },
        purpose: 'restore',
        baseVersion,
      });
      return;
    }
    fill(edit.entered);
  };
  /** Fills the form with a text that was typed before; the database changes only with a save. */
  const fill = (entered: Values) => {
    for (const edit of edits) {
      if (documentId === undefined && edit.entered !== entered) continue;
      settle(edit);
      if (documentId === undefined) autosave.goOnWith(edit.key);
    }
    setValues({ ...values, ...entered });
  };

  return {
    edits,
    fields,
    /** the server does not say what it holds */
    failing,
    others: autosave.others ?? data?.others ?? [],
    autosave,
    paused,
    restore,
    fill,
    drop,
    /**
     * Keeps a text as unsaved. It is offered again once the form has been filled anew: asked for earlier, it
     * would be what the form still holds.
     */
    keep: autosave.keep,
  };
}

const idOf = ({ key, savedAt }: DeskUnsaved): string => `${key}@${savedAt}`;

export type UnsavedEdits = ReturnType<typeof useUnsavedEdits>;
