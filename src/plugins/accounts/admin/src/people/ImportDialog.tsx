import { Alert, Button, Flex, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { saveFile } from '../../../../disclosure/admin/src/shell/save-file';
import type { PeopleImport } from '../../../server/contract';
import { useImportPeopleMutation } from '../api/accounts-api';
import { ImportTable } from './ImportTable';
import { resultsCsv, template } from './import-results';

const csv = (text: string) => new Blob([text], { type: 'text/csv;charset=utf-8' });

/** Many people at once: look at what was understood, make them, take the initial passwords. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const input = React.useRef<HTMLInputElement>(null);
  const [file, setFile] = React.useState<File | null>(null);
  const [result, setResult] = React.useState<PeopleImport | null>(null);
  const [isSaved, setSaved] = React.useState(false);
  const [run, { isLoading, error }] = useImportPeopleMutation();
  const errorText = useErrorText();
  const isMade = (result?.counts.created ?? 0) > 0;

  const send = async (chosen: File, preview: boolean) => {
    setFile(chosen);
    const answer = await run({ file: chosen, preview });
    setResult('data' in answer && answer.data ? answer.data : null);
  };
  const save = () => {
    saveFile('新建人员结果.csv', csv(resultsCsv(result?.rows ?? [])));
    setSaved(true);
  };

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && (!isMade || isSaved) && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>批量新建人员</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error ? (
              <Alert variant="danger" title="文件不能使用" closeLabel="关闭提示">
                {errorText(error)}
              </Alert>
            ) : null}
            <Typography>
              Excel（.xlsx）或
              CSV，一行一人，表头：姓名、登录邮箱、部门、职责（几项之间用顿号）。一次最多300人。已有账号的不改动，有问题的行不影响其他行，改好后可以再传同一个文件。
            </Typography>
            {isMade ? null : (
              <Flex gap={3}>
                <Button variant="secondary" onClick={() => input.current?.click()} loading={isLoading}>
                  选择文件
                </Button>
                <Button variant="tertiary" onClick={() => saveFile('新建人员模板.csv', csv(template()))}>
                  下载模板
                </Button>
                <Typography>{file?.name ?? '还没有选择'}</Typography>
              </Flex>
            )}
            <input
              ref={input}
              type="file"
              hidden
              aria-label="人员名单"
              accept=".xlsx,.csv"
              onChange={({ target }) => {
                const [chosen] = target.files ?? [];
                if (chosen) void send(chosen, true);
                target.value = '';
              }}
            />
            {result ? <ImportTable result={result} /> : null}
            {isMade ? (
              <Alert variant={isSaved ? 'success' : 'warning'} title="初始密码" closeLabel="关闭提示">
                初始密码只在这里，关闭后不能再看。请先下载结果，分别交给本人，然后删除文件。
              </Alert>
            ) : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose} disabled={isMade && !isSaved}>
            关闭
          </Button>
          {isMade ? (
            <Button onClick={save}>下载结果和初始密码</Button>
          ) : (
            <Button
              onClick={() => file && send(file, false)}
              disabled={!file || !result?.counts.ready}
              loading={isLoading}
            >
              {result?.counts.ready ? `新建${result.counts.ready}人` : '新建'}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
