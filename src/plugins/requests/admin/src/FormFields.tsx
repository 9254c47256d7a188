import { Field, Flex, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import type * as React from 'react';
import { type ActField, askedOf, type Choice } from './act-fields';

type Props = {
  fields: readonly ActField[];
  values: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
  /** choices that the server tells, by the kind of field */
  choices?: Partial<Record<ActField['kind'], readonly Choice[]>>;
};

/** The fields of a form, as a table describes them. */
export const FormFields = ({ fields, values, onChange, choices = {} }: Props) => (
  <Flex direction="column" alignItems="stretch" gap={4}>
    {askedOf(fields, values).map((field) => (
      <Field.Root key={field.name} name={field.name} required={!field.optional} hint={field.hint}>
        <Field.Label>{field.label}</Field.Label>
        <Input
          field={field}
          value={values[field.name] ?? ''}
          choices={field.choices ?? choices[field.kind] ?? []}
          onChange={(value) => onChange(field.name, value)}
        />
        <Field.Hint />
      </Field.Root>
    ))}
  </Flex>
);

type InputProps = {
  field: ActField;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
};

function Input({ field, value, choices, onChange }: InputProps) {
  const typed = ({ target }: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onChange(target.value);
  switch (field.kind) {
    case 'choice':
    case 'consultation':
    case 'department':
    case 'dispute':
      return (
        <SingleSelect value={value} placeholder="请选择" onChange={(chosen) => onChange(String(chosen))}>
          {choices.map(({ code, label }) => (
            <SingleSelectOption key={code} value={code}>
              {label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      );
    case 'words':
      return <Textarea value={value} onChange={typed} />;
    default:
      return (
        <TextInput
          type={field.kind === 'date' ? 'date' : field.kind === 'number' ? 'number' : 'text'}
          value={value}
          onChange={typed}
        />
      );
  }
}
