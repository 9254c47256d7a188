import { Button, Field, Flex, Modal, Radio, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useBulkMutation, useVerbMutation } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { BulkResults } from './BulkResults';
import { BULK_MAX, type Choice, type Chosen, choicesOf, type Result, runBulk, versionSeen } from './run-bulk';

type Props = { uid: string; chosen: readonly Chosen[]; onClose: () => void };

/** What each step does to all of them. */
const ASKS: Record<Choice['verb'], string> = {
  submit: '逐件提交，由另一位审核人员审核。',
  approve: '请先逐件看过内容。审核通过后，由有发布职责的人员发布。',
  publish: '逐件发布，立即对社会公开，并生成索引号。',
  return: '逐件退回给录入人员修改，意见相同。',
};

/** Takes one step with the documents chosen in a list: which, how far it is, and what became of each. */
export function BulkDialog({ uid, chosen, onClose }: Props) {
  // the list is fetched again after each step; what was chosen stays what it was
  const [selection] = React.useState(chosen);
  const [ask, asked] = useBulkMutation();
  const errorText = useErrorText();
  const [verb, setVerb] = React.useState<Choice['verb'] | null>(null);
  const [words, setWords] = React.useState('');
  const { results, total, isRunning, start, stop } = useRun(uid, selection);
  const tooMany = selection.length > BULK_MAX;
  React.useEffect(() => {
    if (!tooMany) void ask({ uid, documentIds: selection.map(({ documentId }) => documentId) });
  }, [ask, uid, selection, tooMany]);
  const choices = choicesOf(asked.data ?? []);
  const choice = choices.find((one) => one.verb === verb) ?? null;
  const needsWords = choice?.verb === 'return';
  const hasRun = total > 0;

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {tooMany ? <Typography>{`一次最多办理${BULK_MAX}件，请减少选择。`}</Typography> : null}
          {asked.error ? <Typography textColor="danger600">{errorText(asked.error)}</Typography> : null}
          {asked.isLoading ? <Typography>正在核对……</Typography> : null}
          {asked.data && choices.length === 0 ? (
            <Typography>
              选中的信息现在没有您可以批量办理的操作。请打开一件，看“为什么不能办理其他操作”。
            </Typography>
          ) : null}
          {!hasRun && choices.length > 0 ? (
            <Radio.Group
              aria-label="办理"
              value={verb ?? ''}
              onValueChange={(value: string) => setVerb(value as Choice['verb'])}
            >
              {choices.map((one) => (
                <Radio.Item key={one.verb} value={one.verb}>
                  {`${one.label}（可以办理${one.able.length}件，不能${one.unable.length}件）`}
                </Radio.Item>
              ))}
            </Radio.Group>
          ) : null}
          {!hasRun && choice ? <Explained choice={choice} /> : null}
          {!hasRun && needsWords ? (
            <Field.Root name="words" required>
              <Field.Label>退回意见</Field.Label>
              <Textarea
                maxLength={2000}
                value={words}
                onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => setWords(target.value)}
              />
            </Field.Root>
          ) : null}
          {hasRun ? <BulkResults uid={uid} results={results} total={total} isRunning={isRunning} /> : null}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        {isRunning ? (
          <Button key="stop" variant="danger-light" onClick={stop}>
            停止
          </Button>
        ) : (
          <Button key="close" variant="tertiary" onClick={onClose}>
            {hasRun ? '关闭' : '取消'}
          </Button>
        )}
        {hasRun || !choice ? null : (
          <Button disabled={needsWords && !words.trim()} onClick={() => start(choice, words.trim())}>
            {`${choice.label}${choice.able.length}件`}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
}

function Explained({ choice }: { choice: Choice }) {
  return (
    <>
      <Typography>{ASKS[choice.verb]}</Typography>
      {choice.unable.length > 0 ? (
        <details>
          <summary style={{ cursor: 'pointer' }}>
            <Typography textColor="primary600">{`不能办理的${choice.unable.length}件`}</Typography>
          </summary>
          <ul>
            {choice.unable.map(({ document, why }) => (
              <li key={document.documentId}>
                <Typography variant="pi">{`${document.title ?? '（无标题）'}：${why}`}</Typography>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** The run, and what came of it so far; it ends after the document it is at when the dialog is closed. */
function useRun(uid: string, selection: readonly Chosen[]) {
  const [send] = useVerbMutation();
  const errorText = useErrorText();
  const [results, setResults] = React.useState<Result[]>([]);
  const [total, setTotal] = React.useState(0);
  const [isRunning, setRunning] = React.useState(false);
  const stopped = React.useRef(false);
  const stop = () => {
    stopped.current = true;
  };
  React.useEffect(() => stop, []);

  const start = async ({ verb, able }: Choice, words: string) => {
    setTotal(able.length);
    setRunning(true);
    await runBulk({
      documents: able,
      isStopped: () => stopped.current,
      onResult: (result) => setResults((before) => [...before, result]),
      step: async (document) => {
        const body = {
          expectedVersion: versionSeen(document, selection),
          ...(verb === 'return' ? { reason: words } : {}),
        };
        const answer = await send({ uid, documentId: document.documentId, verb, body });
        return 'error' in answer && answer.error ? errorText(answer.error) : null;
      },
    });
    setRunning(false);
  };
  return { results, total, isRunning, start, stop };
}
