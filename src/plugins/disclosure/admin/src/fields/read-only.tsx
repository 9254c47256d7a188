import { InputRenderer } from '@strapi/strapi/admin';
import type * as React from 'react';
import { useReadOnly } from '../workflow/use-read-only';
import { DateInput } from './DateInput';
import { TextInput } from './TextInput';

/** Strapi's own inputs that a disclosure document uses. */
const READ_ONLY_TYPES = ['text', 'datetime', 'integer', 'decimal', 'json'] as const;

type InputProps = Record<string, unknown> & { disabled?: boolean };

/** An input that is off while the document may not be edited. */
export function readOnlyAware(Input: React.ComponentType<InputProps>): React.ComponentType<InputProps> {
  return function ReadOnlyAware(props: InputProps) {
    const readOnly = useReadOnly();
    return <Input {...props} disabled={props.disabled || readOnly} />;
  };
}

/** Strapi's own renderer, without what only its edit view understands. */
function OwnInput({ unique: _unique, mainField: _mainField, ...props }: InputProps) {
  return <InputRenderer {...(props as unknown as React.ComponentProps<typeof InputRenderer>)} />;
}

const ReadOnlyAwareInput = readOnlyAware(OwnInput);

function OwnTextInput(props: InputProps) {
  return (
    <TextInput {...(props as unknown as Omit<React.ComponentProps<typeof TextInput>, 'children'>)}>
      <OwnInput {...props} />
    </TextInput>
  );
}

/** The inputs that take the place of Strapi's, by type of attribute. */
export const INPUTS: { type: string; Component: React.ComponentType }[] = [
  ...READ_ONLY_TYPES.map((type) => ({ type, Component: ReadOnlyAwareInput as React.ComponentType })),
  { type: 'string', Component: readOnlyAware(OwnTextInput) as React.ComponentType },
  {
    type: 'date',
    Component: readOnlyAware(DateInput as unknown as React.ComponentType<InputProps>) as React.ComponentType,
  },
];
