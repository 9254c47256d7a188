import {
  Alert,
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { FileTold, Region } from '../../../shared/files';
import { REDACTION_ARTICLES } from '../../../shared/files';
import { type Removal, useAcceptRequestFileMutation, useRedactRequestFileMutation } from './files-api';
import { PageView } from './PageView';
import { Removals } from './Removals';

type Props = { id: string; file: FileTold; onClose: () => void };

/** Makes a redacted copy, shows it, and hands it over when it has been looked at. */
export function RedactDialog({ id, file, onClose }: Props) {
  const [copy, setCopy] = React.useState(file.role === 'redaction' ? file.id : null);
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content style={{ maxWidth: '95vw', width: '100rem' }}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{copy ? '遮盖件' : `遮盖“${file.name}”`}</Modal.Title>
        </Modal.Header>
        {copy ? (
          <Accept id={id} copy={copy} onClose={onClose} />
        ) : (
          <Choose id={id} file={file} onMade={setCopy} onClose={onClose} />
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

type ChooseProps = { id: string; file: FileTold; onMade: (copy: string) => void; onClose: () => void };

function Choose({ id, file, onMade, onClose }: ChooseProps) {
  const [removals, setRemovals] = React.useState<Removal[]>([]);
  const [regions, setRegions] = React.useState<Region[]>([]);
  const [text, setText] = React.useState<string | null>(null);
  const [term, setTerm] = React.useState('');
  const [article, setArticle] = React.useState('');
  const [reason, setReason] = React.useState('');
  const [redact, { error, isLoading }] = useRedactRequestFileMutation();
  const errorText = useErrorText();
  const isPdf = file.type === 'pdf';
  const add = (wanted: string) => {
    if (wanted.length >= 2 && !removals.some((one) => one.text === wanted))
      setRemovals([...removals, { text: wanted }]);
    setTerm('');
  };
  const make = async () => {
    const answer = await redact({ id, file: file.id, plan: { removals, regions, article, reason } });
    if ('data' in answer && answer.data) onMade(answer.data.id);
  };
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? (
            <Alert variant="danger" title="没有做成遮盖件" closeLabel="关闭提示">
              {errorText(error)}
            </Alert>
          ) : null}
          <Typography>
            {isPdf
              ? '输入或选中要遮盖的文字，或者在页面上拖出方框。遮盖件由涂黑后的页面图片做成，不含任何文字；批注、签章和表单内容不带入。'
              : '输入或选中要遮盖的文字。遮盖件按看得见的文字重新写成：修订、批注、隐藏文字、属性、图片和嵌入对象都不带入。'}
          </Typography>
          <PageView
            id={id}
            file={file.id}
            onText={add}
            {...(isPdf
              ? { regions, onRegion: (region: Region) => setRegions([...regions, region]) }
              : { onPage: setText })}
          />
          <Flex gap={2} alignItems="end">
            <Field.Root name="term">
              <Field.Label>要遮盖的文字</Field.Label>
              <TextInput
                value={term}
                onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setTerm(target.value)}
                onKeyDown={(event: React.KeyboardEvent) => event.key === 'Enter' && add(term.trim())}
              />
            </Field.Root>
            <Button variant="secondary" disabled={term.trim().length < 2} onClick={() => add(term.trim())}>
              加入
            </Button>
            {regions.length > 0 ? (
              <Button variant="tertiary" onClick={() => setRegions(regions.slice(0, -1))}>
                {`撤销最后一个方框（共${regions.length}个）`}
              </Button>
            ) : null}
          </Flex>
          <Removals removals={removals} text={isPdf ? null : text} onChange={setRemovals} />
          <Field.Root name="article" required>
            <Field.Label>不予公开的依据（政府信息公开条例）</Field.Label>
            <SingleSelect
              value={article}
              placeholder="请选择"
              onChange={(chosen) => setArticle(String(chosen))}
            >
              {REDACTION_ARTICLES.map(({ code, label }) => (
                <SingleSelectOption key={code} value={code}>
                  {label}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Field.Root name="reason" required hint="记入审计日志，请不要写出被遮盖的内容">
            <Field.Label>理由</Field.Label>
            <Textarea
              value={reason}
              onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => setReason(target.value)}
            />
            <Field.Hint />
          </Field.Root>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          取消
        </Button>
        <Button
          onClick={make}
          loading={isLoading}
          disabled={removals.length + regions.length === 0 || !article || reason.trim().length < 2}
        >
          生成遮盖件
        </Button>
      </Modal.Footer>
    </>
  );
}

function Accept({ id, copy, onClose }: { id: string; copy: string; onClose: () => void }) {
  const [accept, { error, isLoading }] = useAcceptRequestFileMutation();
  const errorText = useErrorText();
  const save = async () => {
    const answer = await accept({ id, file: copy });
    if ('data' in answer) onClose();
  };
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? (
            <Alert variant="danger" title="没有确认" closeLabel="关闭提示">
              {errorText(error)}
            </Alert>
          ) : null}
          <Typography>请逐页核对：该遮盖的都已遮盖，该公开的没有遮盖。确认后随答复提供给申请人。</Typography>
          <PageView id={id} file={copy} />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          以后再确认
        </Button>
        <Button onClick={save} loading={isLoading}>
          确认提供给申请人
        </Button>
      </Modal.Footer>
    </>
  );
}
