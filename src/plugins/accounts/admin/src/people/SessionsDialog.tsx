import { Alert, Modal } from '@strapi/design-system';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { Person } from '../../../server/contract';
import { useEndPersonSessionMutation, usePersonSessionsQuery } from '../api/accounts-api';
import { SessionTable } from '../parts/SessionTable';

export function SessionsDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { data = [], error } = usePersonSessionsQuery(person.id, { refetchOnMountOrArgChange: true });
  const [end, ended] = useEndPersonSessionMutation();
  const errorText = useErrorText();
  const refusal = error ?? ended.error;
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{`${person.name}登录的设备`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {refusal ? (
            <Alert variant="danger" title="没有办成" closeLabel="关闭提示">
              {errorText(refusal)}
            </Alert>
          ) : null}
          <SessionTable sessions={data} onEnd={(session) => void end({ id: person.id, session })} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
