import { Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import type * as React from 'react';
import { useErrorText } from '../api/use-error-text';
import { ModalFrame } from './ModalFrame';

type Props<Data> = {
  title: string;
  /** what has been asked for: not here yet, or refused */
  asked: { data?: Data | undefined; error?: unknown };
  onClose: () => void;
  children: (data: Data) => React.ReactNode;
};

/** A dialog that only shows something; wide enough for a table. */
export function LookDialog<Data>({ title, asked: { data, error }, onClose, children }: Props<Data>) {
  const errorText = useErrorText();
  return (
    <ModalFrame title={title} isWide onClose={onClose}>
      {data ? (
        children(data)
      ) : error ? (
        <Typography textColor="danger600">{errorText(error)}</Typography>
      ) : (
        <Page.Loading />
      )}
    </ModalFrame>
  );
}
