import { Button, Flex, Typography } from '@strapi/design-system';
import type { Desk } from '../../../server/desk/contract';
import { useDeskQuery } from '../api/desk-api';
import { useConflict } from '../conflict/use-conflict';
import { Standing } from '../desk/Standing';
import { useMark } from '../shell/use-mark';
import { UnsavedPart } from '../unsaved/UnsavedPart';
import { useUnsavedEdits } from '../unsaved/use-unsaved-edits';
import { isOn } from './buttons';
import { useSettledForm } from './settled-form';
import { usePrefill } from './use-prefill';
import { useCatchUp } from './use-read-only';
import { useSave, useSaveShortcut } from './use-save';
import { Verbs } from './Verbs';

type Props = { uid: string; documentId: string | undefined; isWorkingCopy: boolean };

/** The buttons of a disclosure document: save, and the verbs. */
export function Workflow({ uid, documentId, isWorkingCopy }: Props) {
  const { data: desk, refetch } = useDeskQuery(
    { uid, documentId: documentId ?? '' },
    { skip: !documentId, refetchOnMountOrArgChange: true },
  );
  const conflict = useConflict(documentId ? { uid, documentId } : null);
  const unsaved = useUnsavedEdits(uid, documentId, isWorkingCopy, conflict.open);
  const saving = useSave(uid, documentId, { onConflict: conflict.open });
  useSettledForm(unsaved.autosave.forget);
  const mayEdit = isWorkingCopy && (!desk || isOn(desk, 'edit'));
  const canSave = saving.canSave && mayEdit;
  useSaveShortcut(saving.save, canSave);
  useMark('data-disclosure-document', true);
  useCatchUp(desk, isWorkingCopy);
  usePrefill(uid, !documentId);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {desk ? <Standing desk={desk} /> : null}
      <UnsavedPart
        address={documentId ? { uid, documentId } : null}
        unsaved={unsaved}
        conflict={conflict}
        saveValues={saving.saveValues}
        off={mayEdit || !desk ? null : whyNot(desk, 'edit')}
      />
      {mayEdit ? (
        <Button
          fullWidth
          variant={saving.modified ? 'default' : 'secondary'}
          disabled={!canSave}
          loading={saving.isSaving}
          onClick={saving.save}
        >
          保存
        </Button>
      ) : null}
      {desk ? <Verbs desk={desk} saving={saving} lookAgain={refetch} /> : null}
      {documentId ? null : (
        <Typography variant="pi" textColor="neutral600">
          保存成草稿后，可以提交审核。
        </Typography>
      )}
    </Flex>
  );
}

const whyNot = (desk: Desk, verb: string): string | null =>
  desk.buttons.find((button) => button.verb === verb)?.why ?? null;
