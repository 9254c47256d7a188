import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { type DocumentAddress, useRefreshMutation } from '../api/desk-api';
import type { Conflict, Settled } from './conflict';

type Ways = {
  save: (values: Record<string, unknown>) => Promise<unknown>;
  /** fills the form, nothing else */
  fill: (values: Record<string, unknown>) => void;
  /** keeps a text as unsaved; says why it could not */
  keep: (values: Record<string, unknown>, baseVersion: number | null) => Promise<string | null>;
};

/** The conflict that is open, and the ways out of it. None of them loses anybody's text. */
export function useConflict(address: DocumentAddress | null) {
  const [conflict, setConflict] = React.useState<Conflict | null>(null);
  const [isRunning, setRunning] = React.useState(false);
  const [refresh] = useRefreshMutation();
  const { toggleNotification } = useNotification();

  const settle = async ({ values, version }: Settled, { save, fill }: Ways) => {
    if (conflict?.purpose === 'restore') {
      fill(values);
      setConflict(null);
      return;
    }
    setRunning(true);
    // a third person may have saved meanwhile: then there is a new conflict, with her text
    setConflict(null);
    await save({ ...values, version });
    setRunning(false);
  };

  const reload = async ({ keep }: Ways) => {
    if (!conflict || !address) return;
    setRunning(true);
    const refusal = await keep(conflict.mine, conflict.baseVersion);
    setRunning(false);
    if (refusal !== null) {
      toggleNotification({ type: 'danger', message: `您的修改没有存下来：${refusal}。表单没有改动。` });
      return;
    }
    setConflict(null);
    refresh(address);
  };

  return { conflict, open: setConflict, close: () => setConflict(null), isRunning, settle, reload };
}
