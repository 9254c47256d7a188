import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import * as React from 'react';
import { useParams } from 'react-router-dom';
import { moved } from '../uploads/order';
import type { StoredFile } from '../uploads/upload-file';
import { useUploadQueue } from '../uploads/use-queue';
import { AttachmentRow } from './AttachmentRow';
import { DropArea } from './DropArea';
import { SendingRow } from './SendingRow';

type Props = {
  name: string;
  label: string;
  hint?: React.ReactNode;
  required?: boolean;
  disabled?: boolean;
};

/** The attachments of a document, in the order in which the public sees them. */
export function AttachmentsInput({ name, label, hint, required, disabled }: Props) {
  const { value, error, onChange } = useField<StoredFile[] | null>(name);
  const files = Array.isArray(value) ? value : [];
  const latest = React.useRef(files);
  latest.current = files;
  const write = (next: StoredFile[]) => {
    latest.current = next;
    onChange(name, next);
  };
  const { slug = '', id = 'create' } = useParams<{ slug: string; id: string }>();
  const uploads = useUploadQueue({
    field: `${slug}/${name}`,
    isNew: id === 'create',
    onStored: (file) => write([...latest.current, file]),
  });
  const [told, setTold] = React.useState('');
  const [dragged, setDragged] = React.useState<number | null>(null);

  const move = (from: number, to: number) => {
    if (to < 0 || to >= files.length || from === to) return;
    write(moved(files, from, to));
    setTold(`“${files[from]?.name}”已移到第 ${to + 1} 位`);
  };

  return (
    <Field.Root name={name} hint={hint} error={error} required={required} role="group" aria-label={label}>
      <Typography variant="pi" fontWeight="bold" textColor="neutral800">
        {files.length > 0 ? `${label}（${files.length}）` : label}
      </Typography>
      <DropArea disabled={Boolean(disabled)} onFiles={uploads.add}>
        {files.length > 0 ? (
          <Box tag="ol" aria-label={`${label}列表`}>
            {files.map((file, at) => (
              <AttachmentRow
                key={file.id}
                file={file}
                place={at}
                count={files.length}
                disabled={Boolean(disabled)}
                onMove={(to) => move(at, to)}
                onRename={(changed) =>
                  write(latest.current.map((one) => (one.id === changed.id ? changed : one)))
                }
                onRemove={() => {
                  write(files.filter(({ id }) => id !== file.id));
                  setTold(`“${file.name}”已从附件中移除`);
                }}
                dragged={dragged === at}
                onDrag={(on) => setDragged(on ? at : null)}
                onDropHere={() => dragged !== null && move(dragged, at)}
              />
            ))}
          </Box>
        ) : null}
        {uploads.queue.length > 0 ? (
          <Box tag="ul" aria-label="正在上传">
            {uploads.queue.map((sending) => (
              <SendingRow
                key={sending.key}
                sending={sending}
                onCancel={() => uploads.cancel(sending.key)}
                onRetry={() => uploads.retry(sending.key)}
              />
            ))}
          </Box>
        ) : null}
        {disabled && files.length === 0 ? (
          <Flex padding={4}>
            <Typography textColor="neutral600">没有附件</Typography>
          </Flex>
        ) : null}
      </DropArea>
      <div
        role="status"
        style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {told}
      </div>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
