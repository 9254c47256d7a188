import { Typography } from '@strapi/design-system';
import * as React from 'react';
import { Dialog } from '../../../disclosure/admin/src/shell/Dialog';
import { type ActField, isComplete, toBody } from './act-fields';
import { FormFields } from './FormFields';
import { Warning } from './Warning';

type Entered = { body: ReturnType<typeof toBody>; isWhole: boolean };

type Props = {
  title: string;
  about?: string | null;
  /** what has to be confirmed once before it is done */
  warning?: string | null;
  fields: readonly ActField[];
  /** what stands in the fields at first */
  filled: Readonly<Record<string, string>>;
  choices?: React.ComponentProps<typeof FormFields>['choices'];
  /** below the fields, with what has been entered */
  below?: (entered: Entered) => React.ReactNode;
  action: string;
  error: unknown;
  isBusy: boolean;
  onSave: (body: Entered['body']) => void;
  onClose: () => void;
};

/** A dialog whose fields a table describes. */
export function FormDialog({ about, warning, fields, filled, choices, below, onSave, ...dialog }: Props) {
  const [values, setValues] = React.useState<Record<string, string>>(filled);
  const [isConfirmed, setConfirmed] = React.useState(!warning);
  const entered: Entered = { body: toBody(fields, values), isWhole: isComplete(fields, values) };
  return (
    <Dialog {...dialog} isReady={entered.isWhole && isConfirmed} onAct={() => onSave(entered.body)}>
      {about ? <Typography>{about}</Typography> : null}
      <FormFields
        fields={fields}
        values={values}
        onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        {...(choices ? { choices } : {})}
      />
      {warning ? <Warning text={warning} isConfirmed={isConfirmed} onConfirm={setConfirmed} /> : null}
      {below?.(entered)}
    </Dialog>
  );
}
