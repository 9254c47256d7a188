import { useFetchClient, useForm } from '@strapi/strapi/admin';
import * as React from 'react';
import type { DeskAutosaved, DeskPresence } from '../../../server/desk/contract';
import { useErrorText } from '../api/use-error-text';
import { type Answer, type AutosaveState, createAutosave } from './autosave';
import { newEntryKey } from './new-entry-key';
import { typedFields } from './typed-fields';

type Form = { key: string; values: Record<string, unknown>; baseVersion: number | null };
type FetchError = { status?: number; response?: { status?: number } };

/** The answers after which trying again may help: no network, too busy, signed out meanwhile. */
const isPassing = (status: number | undefined): boolean =>
  status === undefined || status >= 500 || [401, 408, 429].includes(status);

/**
 * Keeps what is typed in the open form on the server.
 *
 * @param documentId undefined for a new entry
 * @param fields the fields that a person enters; without them nothing is kept yet
 * @param enabled off while an older unsaved text waits for the person's decision: it must not be overwritten
 */
export function useAutosave(
  uid: string,
  documentId: string | undefined,
  fields: readonly string[] | undefined,
  enabled: boolean,
) {
  const { put, del } = useFetchClient();
  const errorText = useErrorText();
  const values = useForm('useAutosave', (state) => state.values) as Record<string, unknown>;
  const initial = useForm('useAutosave', (state) => state.initialValues) as { version?: number };
  const modified = useForm('useAutosave', (state) => state.modified);
  const isSubmitting = useForm('useAutosave', (state) => state.isSubmitting);
  const [others, setOthers] = React.useState<DeskPresence[] | null>(null);
  const [state, setState] = React.useState<AutosaveState>({ kind: 'idle' });
  const key = React.useRef(documentId ?? newEntryKey());
  const keptSince = React.useRef<object | null>(null);
  const path = (name: string) => `/disclosure/desk/${uid}/${name}/unsaved`;

  const send = async ({ key: name, ...body }: Form): Promise<Answer> => {
    try {
      const { data } = await put<{ data: DeskAutosaved }>(path(name), body);
      setOthers(data.data.others);
      return { ok: true, at: data.data.savedAt };
    } catch (error) {
      const { status, response } = error as FetchError;
      const again = isPassing(status ?? response?.status);
      return { ok: false, why: again ? '网络不通或服务器繁忙' : errorText(error), again };
    }
  };
  const latest = React.useRef(send);
  latest.current = send;
  const [autosave] = React.useState(() =>
    createAutosave<Form>({ send: (form) => latest.current(form), onState: setState }),
  );

  React.useEffect(() => {
    if (!enabled || !fields || isSubmitting) return;
    if (modified) {
      keptSince.current = initial;
      autosave.changed({
        key: key.current,
        values: typedFields(values, fields),
        baseVersion: documentId ? (initial.version ?? null) : null,
      });
    } else if (keptSince.current === initial) {
      // all of it was taken back: there is nothing to come back to
      forget();
    }
  }, [values, modified, isSubmitting, enabled, fields]);

  React.useEffect(() => {
    const leave = () => globalThis.document.visibilityState === 'hidden' && autosave.flush();
    globalThis.document.addEventListener('visibilitychange', leave);
    window.addEventListener('online', autosave.flush);
    return () => {
      globalThis.document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('online', autosave.flush);
      autosave.flush();
    };
  }, [autosave]);

  const remove = (name: string) => del(path(name)).catch(() => undefined);

  /** After a save: what was typed is in the document now. */
  async function forget(): Promise<void> {
    const had = keptSince.current !== null;
    keptSince.current = null;
    await autosave.stop();
    if (had) await remove(key.current);
  }

  return {
    state,
    /** who else is typing; null: not known yet */
    others,
    forget,
    remove,
    /** keeps these values now, as the person's unsaved text; says why it could not */
    keep: async (entered: Record<string, unknown>, baseVersion: number | null): Promise<string | null> => {
      await autosave.stop();
      keptSince.current = null;
      const answer = await send({
        key: key.current,
        values: typedFields(entered, fields ?? []),
        baseVersion,
      });
      return answer.ok ? null : answer.why;
    },
    /** goes on with an entry that was never saved, under its own key */
    goOnWith: (name: string) => {
      key.current = name;
    },
    ownKey: key.current,
  };
}

export type Autosave = ReturnType<typeof useAutosave>;
