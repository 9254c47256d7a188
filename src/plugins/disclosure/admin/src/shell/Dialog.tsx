import { Alert, Button, Flex, Modal } from '@strapi/design-system';
import type * as React from 'react';

type Props = {
  title: string;
  /** why it was not done */
  problem: string | null;
  action: string;
  isBusy: boolean;
  isReady: boolean;
  onAct: () => void;
  onClose: () => void;
  children: React.ReactNode;
};

/** A dialog with one thing to do. */
export const Dialog = ({ title, problem, action, isBusy, isReady, onAct, onClose, children }: Props) => (
  <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
    <Modal.Content>
      <Modal.Header closeLabel="关闭">
        <Modal.Title>{title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {problem ? (
            <Alert variant="danger" title="没有办成" closeLabel="关闭提示">
              {problem}
            </Alert>
          ) : null}
          {children}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          取消
        </Button>
        <Button onClick={onAct} disabled={!isReady} loading={isBusy}>
          {action}
        </Button>
      </Modal.Footer>
    </Modal.Content>
  </Modal.Root>
);
