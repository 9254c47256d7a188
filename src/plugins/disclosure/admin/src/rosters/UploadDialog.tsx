import {
  Alert,
  Button,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import type { DeskColumn, DeskRosterPreview } from '../../../server/desk/contract';
import type { DocumentAddress } from '../api/desk-api';
import { type ColumnWish, usePreviewRosterMutation, useUploadRosterMutation } from '../api/roster-api';
import { useErrorText } from '../api/use-error-text';
import { IssueList } from './IssueList';
import { RosterTable } from './RosterTable';
import { issuesOf, KIND_NAMES, wishesOf, withWish } from './roster-texts';

type Props = { address: DocumentAddress; file: File; version: number; onClose: () => void };

/** Shows how the chosen file would be public, lets the person say what its columns are, and uploads it. */
export function UploadDialog({ address, file, version, onClose }: Props) {
  const [look, looking] = usePreviewRosterMutation();
  const [send, sending] = useUploadRosterMutation();
  const [wishes, setWishes] = React.useState<ColumnWish[]>([]);
  const [preview, setPreview] = React.useState<DeskRosterPreview | null>(null);
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const error = sending.error ?? looking.error;
  const refused = issuesOf(error);

  const refresh = async (next: ColumnWish[]) => {
    sending.reset();
    const answer = await look({ ...address, file, wishes: next });
    if (!('data' in answer) || !answer.data) return;
    setPreview(answer.data);
    setWishes(wishesOf(answer.data.headers, answer.data.columns));
  };
  const first = React.useRef(refresh);
  React.useEffect(() => {
    first.current([]);
  }, []);

  const upload = async () => {
    const answer = await send({ ...address, file, wishes, version });
    if (!('data' in answer) || !answer.data) return;
    const { rowCount, warnings } = answer.data;
    const look = warnings.length > 0 ? `，其中 ${warnings.length} 处有手机号，请确认可以公开` : '';
    toggleNotification({
      type: look ? 'warning' : 'success',
      message: `名单已上传，共 ${rowCount} 行${look}`,
    });
    onClose();
  };

  const left = wishes.filter(({ kind }) => kind === 'omit').map(({ label }) => label);
  return (
    <Modal.Root open onOpenChange={(open) => !open && !sending.isLoading && onClose()}>
      <Modal.Content style={{ width: 'min(120rem, 94vw)', maxWidth: 'none' }}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`上传名单：${file.name}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error ? (
              <Alert variant="danger" title="没有上传" closeLabel="关闭提示" onClose={sending.reset}>
                {refused.issues.length > 0 ? '请在文件中改正下面各处，再重新选择文件。' : errorText(error)}
              </Alert>
            ) : null}
            <IssueList title="须改正" {...(error ? refused : issuesOfPreview(preview))} />
            <IssueList
              isWarning
              title="请确认"
              issues={preview?.warnings ?? []}
              total={preview?.warnings.length ?? 0}
            />
            {preview?.notes.map((note) => (
              <Typography key={note} variant="pi" textColor="neutral600">
                {note}
              </Typography>
            ))}
            {preview ? (
              <>
                <Typography>
                  下面是前 {preview.rows.length}{' '}
                  行公开后的样子。请核对每一列的类型：身份证号、银行卡号、电话按类型遮盖后才保存。
                </Typography>
                <RosterTable
                  label="预览"
                  columns={preview.columns}
                  rows={preview.rows}
                  below={(column) => (
                    <KindSelect
                      column={column}
                      disabled={looking.isLoading || sending.isLoading}
                      onChange={(kind) => refresh(withWish(wishes, column.label, kind))}
                    />
                  )}
                />
                {left.length > 0 ? (
                  <Flex gap={2} wrap="wrap">
                    <Typography>不公开的列：</Typography>
                    {left.map((label) => (
                      <Button
                        key={label}
                        size="S"
                        variant="tertiary"
                        onClick={() => refresh(wishes.filter((wish) => wish.label !== label))}
                      >
                        {`恢复“${label}”`}
                      </Button>
                    ))}
                  </Flex>
                ) : null}
              </>
            ) : (
              <Typography>{looking.isLoading ? '正在读取文件……' : ''}</Typography>
            )}
            {sending.isLoading ? (
              <Typography role="status">正在上传并逐行检查，10 万行约需半分钟，请不要关闭页面……</Typography>
            ) : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" disabled={sending.isLoading} onClick={onClose}>
            取消
          </Button>
          <Button
            disabled={!preview || looking.isLoading || preview.issues.length > 0}
            loading={sending.isLoading}
            onClick={upload}
          >
            上传
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

const issuesOfPreview = (preview: DeskRosterPreview | null) => ({
  issues: preview?.issues ?? [],
  total: preview?.issues.length ?? 0,
});

type KindSelectProps = { column: DeskColumn; disabled: boolean; onChange: (kind: string) => void };

function KindSelect({ column, disabled, onChange }: KindSelectProps) {
  return (
    <SingleSelect
      aria-label={`${column.label}：类型`}
      size="S"
      value={column.kind}
      disabled={disabled}
      onChange={(kind) => onChange(String(kind))}
    >
      {Object.entries(KIND_NAMES).map(([kind, name]) => (
        <SingleSelectOption key={kind} value={kind}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}
