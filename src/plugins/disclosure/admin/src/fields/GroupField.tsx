import { Field, Typography } from '@strapi/design-system';
import type { PropsWithChildren } from 'react';
import type { CustomFieldProps } from './field-props';

type Props = PropsWithChildren<
  Pick<CustomFieldProps<unknown>, 'name' | 'label' | 'hint' | 'error' | 'required'>
>;

/** The frame of a field that is made of several inputs: they are told of as a group, under the field's name. */
export function GroupField({ name, label, hint, error, required, children }: Props) {
  return (
    <Field.Root
      name={name}
      id={name}
      hint={hint}
      error={error}
      required={required}
      role="group"
      aria-label={label}
    >
      <Typography variant="pi" fontWeight="bold" textColor="neutral800">
        {label}
      </Typography>
      {children}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
