import { Box } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import type * as React from 'react';
import { Advice } from './Advice';
import { textAdvice, textRuleOf } from './text-advice';

type Props = {
  name: string;
  disabled?: boolean;
  attribute?: { maxLength?: number };
  /** Strapi’s own input */
  children: React.ReactNode;
};

/** A line of text: says under it what to mend while one types, and puts it in order on leaving. */
export function TextInput({ name, disabled, attribute, children }: Props) {
  const { value, onChange } = useField<string | null>(name);
  const text = typeof value === 'string' ? value : '';
  const leave = () => {
    const normal = textRuleOf(name)?.normalise(text) ?? text;
    if (normal !== text) onChange(name, normal);
  };
  return (
    // focus that leaves the input inside
    <Box onBlur={disabled ? undefined : leave}>
      {children}
      {disabled ? null : <Advice advice={textAdvice(name, text, attribute?.maxLength)} />}
    </Box>
  );
}
