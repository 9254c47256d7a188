import * as React from 'react';
import { handOver, takeOver } from './handover';
import { nextToSend, queueReducer, type Sending } from './queue';
import { isCancelled, type StoredFile } from './upload-file';
import { useUpload } from './use-upload';

export type UploadQueue = {
  queue: readonly Sending[];
  add: (files: readonly File[]) => void;
  cancel: (key: string) => void;
  retry: (key: string) => void;
};

let last = 0;
const newKey = (): string => String(++last);

type Options = {
  /** the field, and whether its document is still to be created */
  field: string;
  isNew: boolean;
  /** hears of each file that has arrived */
  onStored: (file: StoredFile) => void;
};

/** Sends the chosen files one after the other. */
export function useUploadQueue({ field, isNew, onStored }: Options): UploadQueue {
  const upload = useUpload();
  const [queue, dispatch] = React.useReducer(queueReducer, [], (none) => (isNew ? none : takeOver(field)));
  const aborts = React.useRef(new Map<string, AbortController>());
  const stored = React.useRef(onStored);
  stored.current = onStored;

  const next = nextToSend(queue);
  React.useEffect(() => {
    if (!next) return;
    const { key, file } = next;
    const abort = new AbortController();
    aborts.current.set(key, abort);
    dispatch({ do: 'start', key });
    upload(file, { signal: abort.signal, onProgress: (share) => dispatch({ do: 'progress', key, share }) })
      .then((arrived) => {
        dispatch({ do: 'remove', key });
        stored.current(arrived);
      })
      .catch((error: unknown) => {
        if (isCancelled(error)) dispatch({ do: 'remove', key });
        else dispatch({ do: 'fail', key, problem: error instanceof Error ? error.message : '没有上传成功' });
      })
      .finally(() => aborts.current.delete(key));
  }, [next, upload]);

  const leaving = React.useRef({ queue, isNew, field });
  leaving.current = { queue, isNew, field };
  // whoever leaves the page wants nothing more of it, unless the saved document follows
  React.useEffect(() => {
    const running = aborts.current;
    return () => {
      const last = leaving.current;
      if (last.isNew) handOver(last.field, last.queue);
      for (const abort of running.values()) abort.abort();
    };
  }, []);

  return {
    queue,
    add: (files) => dispatch({ do: 'add', files, keyOf: () => newKey() }),
    cancel: (key) => {
      const abort = aborts.current.get(key);
      if (abort) abort.abort();
      else dispatch({ do: 'remove', key });
    },
    retry: (key) => dispatch({ do: 'retry', key }),
  };
}
