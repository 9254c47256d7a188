import { Badge, Button, Flex, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useDownload } from '../../../../disclosure/admin/src/api/use-download';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { sizeText } from '../../../../disclosure/shared/upload-rules';
import type { FileTold, Scan } from '../../../shared/files';
import { REDACTION_ARTICLES } from '../../../shared/files';
import { addressOfFile, useAcceptRequestFileMutation, useRemoveRequestFileMutation } from './files-api';

type Props = { id: string; file: FileTold; onRedact: () => void };

/** One file: what it is, whether it was scanned, and what can be done with it. */
export function FileLine({ id, file, onRedact }: Props) {
  const [isRemoving, setRemoving] = React.useState(false);
  const [accept, { error, isLoading }] = useAcceptRequestFileMutation();
  const { download, error: notSaved, isBusy } = useDownload();
  const errorText = useErrorText();
  const wrong = error ? errorText(error) : notSaved;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex gap={2} alignItems="center" wrap="wrap">
        <Typography style={{ overflowWrap: 'anywhere' }}>{file.name}</Typography>
        <Typography textColor="neutral600">{`${sizeText(file.size)} · ${file.by}`}</Typography>
        <ScanBadge scan={file.scan} label={file.scanLabel} />
        {file.isOpen ? (
          <Button
            size="S"
            variant="tertiary"
            loading={isBusy}
            onClick={() => download(addressOfFile({ id, file: file.id }), file.name)}
          >
            下载
          </Button>
        ) : null}
        {file.canRedact ? (
          <Button size="S" variant="secondary" onClick={onRedact}>
            做遮盖件
          </Button>
        ) : null}
        {file.canAccept ? (
          <>
            <Button size="S" variant="tertiary" onClick={onRedact}>
              查看
            </Button>
            <Button size="S" loading={isLoading} onClick={() => accept({ id, file: file.id })}>
              确认提供给申请人
            </Button>
          </>
        ) : null}
        {file.canRemove ? (
          <Button size="S" variant="danger-light" onClick={() => setRemoving(!isRemoving)}>
            删除
          </Button>
        ) : null}
      </Flex>
      {file.redaction ? (
        <Typography variant="pi" textColor="neutral600">
          {`遮盖${file.redaction.removed}处，依据${articleOf(file.redaction.article)}：${file.redaction.reason}`}
        </Typography>
      ) : null}
      {wrong ? <Typography textColor="danger600">{wrong}</Typography> : null}
      {isRemoving ? <Removing id={id} file={file} /> : null}
    </Flex>
  );
}

const articleOf = (code: string) => REDACTION_ARTICLES.find((one) => one.code === code)?.label ?? code;

const COLOURS: Record<Scan, [string, string]> = {
  clean: ['success100', 'success700'],
  waiting: ['warning100', 'warning700'],
  unscanned: ['neutral150', 'neutral700'],
  infected: ['danger100', 'danger700'],
};

function ScanBadge({ scan, label }: { scan: Scan; label: string }) {
  const [background, text] = COLOURS[scan];
  return (
    <Badge backgroundColor={background} textColor={text}>
      {label}
    </Badge>
  );
}

function Removing({ id, file }: { id: string; file: FileTold }) {
  const [reason, setReason] = React.useState('');
  const [remove, { error, isLoading }] = useRemoveRequestFileMutation();
  const errorText = useErrorText();
  return (
    <Flex gap={2} alignItems="center">
      <TextInput
        aria-label="删除的理由"
        placeholder="删除的理由"
        value={reason}
        onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setReason(target.value)}
      />
      <Button
        variant="danger"
        disabled={reason.trim().length < 2}
        loading={isLoading}
        onClick={() => remove({ id, file: file.id, reason })}
      >
        确认删除
      </Button>
      {error ? <Typography textColor="danger600">{errorText(error)}</Typography> : null}
    </Flex>
  );
}
