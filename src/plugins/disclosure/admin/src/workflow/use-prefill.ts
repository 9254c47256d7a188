import { useForm, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import { usePrefillQuery } from '../api/workbench-api';
import { useAttributes } from '../shell/disclosure-type';

/** Milliseconds after which a form is not begun anew any more. */
const SETTLED_MS = 3000;

/** Fills a new entry that was begun from a row of the catalogue (`?row=D05-06`) with what the row says. */
export function usePrefill(uid: string, isNew: boolean): void {
  const [search] = useSearchParams();
  const row = search.get('row');
  const attributes = useAttributes(uid);
  const { data } = usePrefillQuery(
    { row: row ?? '', period: search.get('period') },
    { skip: !isNew || !row },
  );
  const onChange = useForm('usePrefill', (state) => state.onChange);
  const modified = useForm('usePrefill', (state) => state.modified);
  const { toggleNotification } = useNotification();
  const isTold = React.useRef(false);
  const isDone = React.useRef(false);
  React.useEffect(() => {
    if (!data || !attributes || isDone.current) return undefined;
    if (modified) {
      // what the person types is hers; Strapi begins its form anew while the inputs are still loading
      const timer = setTimeout(() => {
        isDone.current = true;
      }, SETTLED_MS);
      return () => clearTimeout(timer);
    }
    for (const [name, value] of Object.entries(data)) if (name in attributes) onChange(name, value);
    if (!isTold.current)
      toggleNotification({ type: 'info', message: `已按目录事项 ${row} 填好能填的内容，请核对后补充` });
    isTold.current = true;
    return undefined;
  }, [data, attributes, modified]);
}
