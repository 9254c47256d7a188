import { Button, Field, Flex } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../api/use-error-text';
import type { StoredFile } from '../uploads/upload-file';
import { newName } from './new-name';

type Props = { file: StoredFile; onRenamed: (file: StoredFile) => void; onClose: () => void };

/** Gives a file the name under which the public sees it; its ending stays. */
export function RenameForm({ file, onRenamed, onClose }: Props) {
  const ending = file.ext ?? '';
  const [typed, setTyped] = React.useState(
    file.name.toLowerCase().endsWith(ending.toLowerCase())
      ? file.name.slice(0, file.name.length - ending.length)
      : file.name,
  );
  const [problem, setProblem] = React.useState<string | null>(null);
  const [busy, setBusy] = React.useState(false);
  const { post } = useFetchClient();
  const errorText = useErrorText();

  const rename = async () => {
    const named = newName(typed, ending);
    if ('problem' in named) return setProblem(named.problem);
    if (named.name === file.name) return onClose();
    setBusy(true);
    const form = new FormData();
    const { alternativeText = null, caption = null } = file;
    form.append('fileInfo', JSON.stringify({ name: named.name, alternativeText, caption }));
    try {
      await post(`/upload?id=${file.id}`, form);
      onRenamed({ ...file, name: named.name });
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
    return undefined;
  };

  return (
    <Field.Root name={`name-${file.id}`} error={problem ?? undefined}>
      <Flex gap={2}>
        <Field.Input
          aria-label={`“${file.name}”的新名称`}
          value={typed}
          autoFocus
          size="S"
          endAction={ending}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename();
            else if (event.key === 'Escape') onClose();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <Button size="S" loading={busy} onClick={rename}>
          确定
        </Button>
        <Button size="S" variant="tertiary" disabled={busy} onClick={onClose}>
          取消
        </Button>
      </Flex>
      <Field.Error />
    </Field.Root>
  );
}
