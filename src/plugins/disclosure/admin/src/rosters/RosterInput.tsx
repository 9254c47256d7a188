import { Button, Flex, Typography } from '@strapi/design-system';
import { useForm, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useParams } from 'react-router-dom';
import { type DocumentAddress, useDeskQuery } from '../api/desk-api';
import { rosterFile, useRosterQuery } from '../api/roster-api';
import { useDownload } from '../api/use-download';
import type { CustomFieldProps } from '../fields/field-props';
import { GroupField } from '../fields/GroupField';
import { useSave } from '../workflow/use-save';
import { fileLeftFor, forgetLeftFile, leaveFile } from './left-file';
import { RosterTable } from './RosterTable';
import { fileProblem } from './roster-texts';
import { UploadDialog } from './UploadDialog';

type Chosen = { file: File; version: number };

/** The custom field `roster`: the list that a record of the kind 名单台账 makes public. */
export default function RosterInput({
  name,
  label,
  hint,
  error,
  required,
  disabled,
  value,
}: CustomFieldProps<string>) {
  const { slug = '', id = 'create' } = useParams<{ slug: string; id: string }>();
  const documentId = id === 'create' ? undefined : id;
  return (
    <GroupField name={name} label={label} hint={hint} error={error} required={required}>
      <Flex direction="column" alignItems="stretch" gap={3} paddingTop={2}>
        {documentId && value ? <Uploaded address={{ uid: slug, documentId }} /> : null}
        {disabled ? null : <Choose uid={slug} documentId={documentId} again={Boolean(value)} />}
        {disabled && !value ? <Typography textColor="neutral600">还没有上传名单</Typography> : null}
      </Flex>
    </GroupField>
  );
}

function Uploaded({ address }: { address: DocumentAddress }) {
  const { data: roster, isError } = useRosterQuery(address);
  const title = useForm('RosterInput', (state) => String((state.values as { title?: string }).title ?? ''));
  const { download, error } = useDownload();
  if (isError) return <Typography textColor="danger600">名单没有取到，请刷新页面</Typography>;
  if (!roster) return <Typography textColor="neutral600">正在取名单……</Typography>;
  const save = (format: 'csv' | 'xlsx') => () =>
    download(rosterFile(address, format), `${title || '名单'}.${format}`);
  return (
    <>
      <Flex gap={3} wrap="wrap">
        <Typography fontWeight="bold">{`共 ${roster.rowCount} 行、${roster.columns.length} 列`}</Typography>
        <Button size="S" variant="tertiary" onClick={save('xlsx')}>
          下载 Excel 文件
        </Button>
        <Button size="S" variant="tertiary" onClick={save('csv')}>
          下载 CSV 文件
        </Button>
      </Flex>
      {error ? <Typography textColor="danger600">{error}</Typography> : null}
      <RosterTable label="名单" columns={roster.columns} rows={roster.rows} />
      {roster.rowCount > roster.rows.length ? (
        <Typography variant="pi" textColor="neutral600">{`以上是前 ${roster.rows.length} 行`}</Typography>
      ) : null}
    </>
  );
}

type ChooseProps = { uid: string; documentId: string | undefined; again: boolean };

/**
 * Chooses a file; what was typed before is saved first, because an upload makes a new version, and a new
 * entry has to exist. The page that then opens goes on with the upload.
 */
function Choose({ uid, documentId, again }: ChooseProps) {
  const [picked, setPicked] = React.useState<Chosen | null>(null);
  const chosen = picked ?? fileLeftFor(documentId);
  const file = React.useRef<File | null>(null);
  const saving = useSave(uid, documentId, {
    onSaved: (saved) => !documentId && file.current && leaveFile({ ...saved, file: file.current }),
  });
  const { data: desk } = useDeskQuery({ uid, documentId: documentId ?? '' }, { skip: !documentId });
  const input = React.useRef<HTMLInputElement>(null);
  const { toggleNotification } = useNotification();

  const choose = async ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    file.current = target.files?.[0] ?? null;
    // the same file can be chosen again after it was mended
    target.value = '';
    if (!file.current) return;
    const problem = fileProblem(file.current);
    if (problem) {
      toggleNotification({ type: 'danger', message: problem });
      return;
    }
    const saved = saving.modified ? await saving.save() : null;
    const version = saved?.version ?? (saving.modified ? undefined : desk?.version);
    if (documentId && version) setPicked({ file: file.current, version });
  };
  const close = () => {
    forgetLeftFile();
    setPicked(null);
  };

  return (
    <Flex gap={3}>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.txt"
        hidden
        aria-label="名单文件"
        onChange={choose}
      />
      <Button
        variant="secondary"
        loading={saving.isSaving}
        disabled={!documentId && !saving.canSave}
        onClick={() => input.current?.click()}
      >
        {documentId ? (again ? '重新上传' : '选择文件') : '保存草稿并上传名单'}
      </Button>
      {documentId && chosen ? (
        <UploadDialog
          address={{ uid, documentId }}
          file={chosen.file}
          version={chosen.version}
          onClose={close}
        />
      ) : null}
    </Flex>
  );
}
