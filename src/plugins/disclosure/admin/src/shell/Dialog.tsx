import { Button, Flex } from '@strapi/design-system';
import type * as React from 'react';
import { ModalFrame } from './ModalFrame';
import { Refused } from './Refused';

type Props = {
  title: string;
  /** with what it was refused */
  error: unknown;
  action: string;
  isBusy: boolean;
  isReady: boolean;
  onAct: () => void;
  onClose: () => void;
  children: React.ReactNode;
};

/** A dialog with one thing to do. */
export function Dialog({ title, error, action, isBusy, isReady, onAct, onClose, children }: Props) {
  const buttons = (
    <>
      <Button variant="tertiary" onClick={onClose}>
        取消
      </Button>
      <Button onClick={onAct} disabled={!isReady} loading={isBusy}>
        {action}
      </Button>
    </>
  );
  return (
    <ModalFrame title={title} footer={buttons} onClose={onClose}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Refused error={error} />
        {children}
      </Flex>
    </ModalFrame>
  );
}
