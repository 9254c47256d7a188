import {
  Alert,
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import type { ImportPreview, ImportType } from '../../server/contract';
import { useUploadMutation } from './imports-api';

const ACCEPTED = '.xlsx,.csv,.docx,.md,.html,.htm,.txt';

type Props = { types: readonly ImportType[]; onUploaded: (preview: ImportPreview) => void };

/** Chooses what is imported, and from which file. */
export function UploadForm({ types, onUploaded }: Props) {
  const [type, setType] = React.useState(types[0]?.uid ?? '');
  const [file, setFile] = React.useState<File | null>(null);
  // the browser's own button speaks the browser's language
  const input = React.useRef<HTMLInputElement>(null);
  const [upload, { isLoading, error }] = useUploadMutation();
  const errorText = useErrorText();
  const send = async () => {
    if (!file) return;
    const answer = await upload({ type, file });
    if ('data' in answer && answer.data) onUploaded(answer.data);
  };
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="h2" variant="delta">
          上传
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          名单不在这里导入：请新建一条信息，信息类型选“名单台账”，在其中上传名单文件。
        </Typography>
        {error ? (
          <Alert variant="danger" title="文件不能导入" closeLabel="关闭">
            {errorText(error)}
          </Alert>
        ) : null}
        <Field.Root name="type" required>
          <Field.Label>导入为</Field.Label>
          <SingleSelect value={type} onChange={(value: string | number) => setType(String(value))}>
            {types.map(({ uid, name }) => (
              <SingleSelectOption key={uid} value={uid}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root
          name="file"
          required
          hint="Excel（.xlsx）或 CSV，第一行是列名；也可以是一篇 Word、Markdown、网页或文本"
        >
          <Field.Label>文件</Field.Label>
          <Flex gap={3}>
            <Button variant="secondary" onClick={() => input.current?.click()}>
              选择文件
            </Button>
            <Typography>{file?.name ?? '还没有选择'}</Typography>
          </Flex>
          <input
            ref={input}
            type="file"
            hidden
            aria-label="文件"
            accept={ACCEPTED}
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
          <Field.Hint />
        </Field.Root>
        <Flex>
          <Button onClick={send} disabled={!file || !type} loading={isLoading}>
            上传并查看
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
