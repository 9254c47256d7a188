import { Alert, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { ACCEPT, FILE_ROLES, type FileRole, type FileTold } from '../../../shared/files';
import { Card } from '../RequestPage';
import { FileLine } from './FileLine';
import { useAddRequestFilesMutation, useRequestFilesQuery } from './files-api';
import { RedactDialog } from './RedactDialog';

/** Files of a request by what they are for: hers, handed over, and what those are made from. */
export function FilesCard({ id }: { id: string }) {
  const { data, error } = useRequestFilesQuery(id, { refetchOnMountOrArgChange: true });
  const [redacted, setRedacted] = React.useState<FileTold | null>(null);
  const errorText = useErrorText();
  if (!data) return error ? <Card title="附件">{errorText(error)}</Card> : null;
  const { application, answer } = data.meta.mayAdd;
  return (
    <Card title="附件">
      {data.data.length === 0 ? <Typography>没有附件。</Typography> : null}
      {FILE_ROLES.map(({ code, label }) => (
        <Group
          key={code}
          id={id}
          label={label}
          files={data.data.filter(({ role }) => role === code)}
          onRedact={setRedacted}
        />
      ))}
      <Uploads
        id={id}
        roles={[
          ...(application ? [] : ['application' as const]),
          ...(answer ? [] : (['answer', 'original'] as const)),
        ]}
      />
      {redacted ? <RedactDialog id={id} file={redacted} onClose={() => setRedacted(null)} /> : null}
    </Card>
  );
}

type GroupProps = { id: string; label: string; files: FileTold[]; onRedact: (file: FileTold) => void };

const Group = ({ id, label, files, onRedact }: GroupProps) =>
  files.length === 0 ? null : (
    <Flex direction="column" alignItems="stretch" gap={1} tag="section" aria-label={label}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {label}
      </Typography>
      {files.map((file) => (
        <FileLine key={file.id} id={id} file={file} onRedact={() => onRedact(file)} />
      ))}
    </Flex>
  );

const BUTTONS: Partial<Record<FileRole, string>> = {
  application: '上传申请人的附件（扫描件）',
  answer: '上传随答复提供的文件',
  original: '上传需要遮盖的原件',
};

/** Choosing files uploads them; what may not be added now has no button. */
function Uploads({ id, roles }: { id: string; roles: readonly FileRole[] }) {
  const [add, { error, isLoading }] = useAddRequestFilesMutation();
  const errorText = useErrorText();
  const input = React.useRef<HTMLInputElement>(null);
  const role = React.useRef<FileRole>('answer');
  const choose = (chosen: FileRole) => {
    role.current = chosen;
    input.current?.click();
  };
  const upload = async ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    if (files.length > 0) await add({ id, role: role.current, files });
  };
  if (roles.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
      {error ? (
        <Alert variant="danger" title="没有上传" closeLabel="关闭提示">
          {errorText(error)}
        </Alert>
      ) : null}
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT}
        hidden
        aria-label="选择附件"
        onChange={upload}
      />
      <Flex gap={2} wrap="wrap">
        {roles.map((one) => (
          <Button key={one} variant="tertiary" loading={isLoading} onClick={() => choose(one)}>
            {BUTTONS[one]}
          </Button>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        部分公开的：先上传原件，再做遮盖件；原件只留在内部，确认后的遮盖件才提供给申请人。
      </Typography>
    </Flex>
  );
}
