import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

type Props = { verb: string; isSaving: boolean; onSave: () => void; onClose: () => void };

/** A verb works on what is saved: asks before it would leave out what was typed since. */
export function SaveFirstDialog({ verb, isSaving, onSave, onClose }: Props) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Content>
        <Dialog.Header>有修改还没有保存</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="warning600" />}>{`${verb}之前须先保存修改。`}</Dialog.Body>
        <Dialog.Footer>
          <Button variant="tertiary" fullWidth onClick={onClose}>
            取消
          </Button>
          <Button fullWidth onClick={onSave} loading={isSaving}>
            {`保存并${verb}`}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
