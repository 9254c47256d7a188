import { Alert, Button, Flex, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { DeskVersionContent } from '../../../server/desk/contract';
import type { DocumentAddress } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { useVersionQuery } from '../api/versions-api';
import { monthDayTime } from '../shell/dates';
import { compareChanges, mergeValues, type Side } from '../versions/difference/merge';
import { ConflictFields } from './ConflictFields';
import type { Conflict, Settled } from './conflict';

type Props = {
  address: DocumentAddress;
  conflict: Conflict;
  isRunning: boolean;
  onSettle: (settled: Settled) => void;
  /** takes the other’s text; mine is kept as unsaved */
  onReload: () => void;
  onClose: () => void;
};

/** Two people changed one text: shows who changed what, and lets the second one decide. */
export function ConflictDialog({ address, conflict, isRunning, onSettle, onReload, onClose }: Props) {
  const {
    data: theirs,
    error,
    isFetching,
  } = useVersionQuery({ ...address, version: 'current' }, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content style={{ width: '92vw', maxWidth: 1100 }}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>这条信息已被他人修改</Modal.Title>
        </Modal.Header>
        {theirs && !isFetching ? (
          <Decision
            theirs={theirs}
            conflict={conflict}
            isRunning={isRunning}
            onSettle={onSettle}
            onReload={onReload}
            onClose={onClose}
          />
        ) : (
          <Modal.Body>
            <Typography textColor={error ? 'danger600' : 'neutral600'}>
              {error ? errorText(error) : '正在读取对方的修改……'}
            </Typography>
          </Modal.Body>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

type DecisionProps = Omit<Props, 'address'> & { theirs: DeskVersionContent };

function Decision({ theirs, conflict, isRunning, onSettle, onReload, onClose }: DecisionProps) {
  const { base, mine, purpose } = conflict;
  const [chosen, setChosen] = React.useState<Record<string, Side>>({});
  const merge = React.useMemo(
    () => compareChanges(theirs.fields, { base, theirs: theirs.content, mine }),
    [theirs, base, mine],
  );
  const undecided = merge.both.filter((name) => !chosen[name]).length;
  const version = Number(theirs.version);
  const entered = Object.fromEntries(theirs.fields.map(({ name }) => [name, mine[name] ?? null]));
  const settleMerged = () =>
    onSettle({
      values: { ...mine, ...mergeValues(merge, { theirs: theirs.content, mine: entered }, chosen) },
      version,
    });
  const isSave = purpose === 'save';
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{introduction(theirs)}</Typography>
          {theirs.mayNotEdit ? (
            <Alert variant="warning" title="现在不能保存" closeLabel="关闭" onClose={onClose}>
              {`${theirs.mayNotEdit}。您的修改可以先留作未保存的修改，以后再恢复。`}
            </Alert>
          ) : null}
          <ConflictFields
            theirs={theirs}
            base={base}
            mine={entered}
            merge={merge}
            chosen={chosen}
            onChoose={(name, choice) => setChosen({ ...chosen, [name]: choice })}
          />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          取消
        </Button>
        <Flex gap={2} wrap="wrap" justifyContent="flex-end">
          {isSave ? (
            <Button variant="tertiary" onClick={onReload} loading={isRunning}>
              载入对方的，我的留作未保存
            </Button>
          ) : null}
          {theirs.mayNotEdit ? null : (
            <>
              <Button
                variant="danger-light"
                onClick={() => onSettle({ values: mine, version })}
                loading={isRunning}
              >
                {isSave ? '保存我的，覆盖对方' : '全部用我的'}
              </Button>
              <Button onClick={settleMerged} disabled={undecided > 0} loading={isRunning}>
                {undecided > 0 ? `还有${undecided}处要选` : isSave ? '合并并保存' : '合并到表单'}
              </Button>
            </>
          )}
        </Flex>
      </Modal.Footer>
    </>
  );
}

function introduction({ by, at, steps }: DeskVersionContent): string {
  const who = by ?? '有人';
  const when = at ? monthDayTime(at) : '';
  const since = steps.slice(1);
  const what = since.length > 0 ? `，之后又办理了${since.join('、')}` : '';
  return `${who}于 ${when} 修改了这条信息${what}。下面是双方的修改；选“覆盖”时，对方的文字仍留在版本里，可以找回。`;
}
