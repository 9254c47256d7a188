import { Modal } from '@strapi/design-system';
import type * as React from 'react';

type Props = {
  title: string;
  /** wide enough for a table */
  isWide?: boolean;
  /** the buttons */
  footer?: React.ReactNode;
  onClose: () => void;
  children: React.ReactNode;
};

const WIDE = { maxWidth: '90rem', width: '90%' };

/** What every dialog of the panel has around it. */
export const ModalFrame = ({ title, isWide, footer, onClose, children }: Props) => (
  <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
    <Modal.Content {...(isWide ? { style: WIDE } : {})}>
      <Modal.Header closeLabel="关闭">
        <Modal.Title>{title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>{children}</Modal.Body>
      {footer ? <Modal.Footer>{footer}</Modal.Footer> : null}
    </Modal.Content>
  </Modal.Root>
);
