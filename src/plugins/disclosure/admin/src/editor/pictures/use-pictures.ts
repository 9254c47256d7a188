import { useNotification } from '@strapi/strapi/admin';
import type { Editor } from '@tiptap/core';
import * as React from 'react';
import { isPicture, uploadProblem } from '../../../../shared/upload-rules';
import { useUpload } from '../../uploads/use-upload';
import { fileOfData, markMissing, pendingIn, settlePicture } from './pending-pictures';

/**
 * Brings the pictures of a text to the media library: `hold` gives a file an address with which it can be
 * shown at once, `settle` uploads what is in the text and has not been uploaded yet.
 */
export function usePictures() {
  const upload = useUpload();
  const { toggleNotification } = useNotification();
  const held = React.useRef(new Map<string, File>());
  const started = React.useRef(new Map<string, Promise<string>>());
  const [waiting, setWaiting] = React.useState(0);

  const hold = React.useCallback((file: File): string => {
    const address = URL.createObjectURL(file);
    held.current.set(address, file);
    return address;
  }, []);

  const send = React.useCallback(
    async (src: string): Promise<string> => {
      const file = held.current.get(src) ?? fileOfData(src);
      if (!file || !isPicture(file.name)) throw new Error('只能插入 PNG、JPG、GIF、WEBP 图片');
      const problem = uploadProblem(file);
      if (problem) throw new Error(problem);
      return (await upload(file)).url;
    },
    [upload],
  );

  const settle = React.useCallback(
    (editor: Editor) => {
      for (const src of pendingIn(editor)) {
        const known = started.current.get(src);
        const sending = known ?? send(src);
        started.current.set(src, sending);
        if (!known) setWaiting((count) => count + 1);
        sending
          .then((url) => !editor.isDestroyed && settlePicture(editor, src, url))
          .catch((error: unknown) => {
            started.current.delete(src);
            if (editor.isDestroyed) return;
            markMissing(editor, src);
            const why = error instanceof Error ? error.message : '';
            toggleNotification({ type: 'danger', message: `图片没有上传成功：${why}`, timeout: 10_000 });
          })
          .finally(() => !known && setWaiting((count) => count - 1));
      }
    },
    [send, toggleNotification],
  );

  return { hold, settle, waiting };
}
