import { Alert, Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { DeskCatalogueRow } from '../../../server/desk/contract';
import { useCatalogueActMutation } from '../api/pages-api';
import { useErrorText } from '../api/use-error-text';
import { ActFields } from './ActFields';
import { ACTS, type ActForm, type ActName, bodyOf, emptyForm, isComplete } from './acts';

type Props = {
  act: ActName;
  row: DeskCatalogueRow;
  /** the rows of the domain, for a merge */
  rows: readonly DeskCatalogueRow[];
  onClose: () => void;
};

/** Asks before an act: what it does, what belongs to it, and why. */
export function ActDialog({ act, row, rows, onClose }: Props) {
  const { label, ask, danger } = ACTS[act];
  const [form, setForm] = React.useState(() => emptyForm(row));
  const [refusal, setRefusal] = React.useState<string | null>(null);
  const [run, { isLoading }] = useCatalogueActMutation();
  const errorText = useErrorText();
  const change = (part: Partial<ActForm>) => setForm((before) => ({ ...before, ...part }));

  const confirm = async () => {
    const answer = await run({ code: row.code, act, body: bodyOf(act, form, row) });
    if ('error' in answer) setRefusal(errorText(answer.error));
    else onClose();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`${label} ${row.code}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {refusal ? (
              <Alert variant="danger" title="没有办成" closeLabel="关闭提示" onClose={() => setRefusal(null)}>
                {refusal}
              </Alert>
            ) : null}
            <Typography fontWeight="bold">{[row.level1, row.level2].filter(Boolean).join(' / ')}</Typography>
            <Typography>{ask}</Typography>
            <ActFields act={act} row={row} rows={rows} form={form} onChange={change} />
            <Field.Root name="reason" required>
              <Field.Label>理由</Field.Label>
              <Textarea
                placeholder="依据哪份文件、为什么这样办；公众可以看到"
                maxLength={2000}
                value={form.reason}
                onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) =>
                  change({ reason: target.value })
                }
              />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            取消
          </Button>
          <Button
            variant={danger ? 'danger' : 'default'}
            onClick={confirm}
            disabled={!isComplete(act, form, row)}
            loading={isLoading}
          >
            {`确认${label}`}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
