import { Field } from '@strapi/design-system';
import { Calendar } from '@strapi/icons';
import { useField, useForm } from '@strapi/strapi/admin';
import * as React from 'react';
import { type DateRule, dateProblem } from '../../../shared/date-rules';
import { today } from '../shell/dates';
import { Advice } from './Advice';
import { readDate } from './date-text';

type Props = {
  name: string;
  label: React.ReactNode;
  hint?: React.ReactNode;
  required?: boolean;
  disabled?: boolean;
  attribute?: { pluginOptions?: { disclosure?: { dateRule?: DateRule } } };
};

/** A whole date, right or not: there is no more to be typed. */
const WHOLE = /^\s*\d{4}\s*\D\s*\d{1,2}\s*\D\s*\d{2}\s*日?\s*$|^\d{8}$/;

const UNSEEN: React.CSSProperties = {
  position: 'absolute',
  width: 0,
  height: 0,
  border: 0,
  padding: 0,
  opacity: 0,
};

/**
 * A date, written as people write it or taken from the browser's calendar. Strapi's own input reads a typed
 * `2026-11-02` as some other day, without a word. The value is `YYYY-MM-DD`; text that is no date stays
 * in the form, so that it is refused when it is saved.
 */
export function DateInput({ name, label, hint, required, disabled, attribute }: Props) {
  const { value, error, onChange } = useField<string | null>(name);
  const [typed, setTyped] = React.useState<string | null>(null);
  const calendar = React.useRef<HTMLInputElement>(null);
  const isDate = !value || readDate(value) === value;
  const misread = !isDate && typed === null ? '请填写日期，格式如 2026-11-02' : undefined;
  const unreal = !isDate && typed !== null && WHOLE.test(typed) ? '没有这一天，请核对' : null;
  const problem = useDateProblem(value, attribute?.pluginOptions?.disclosure?.dateRule);
  const remark = disabled ? null : (unreal ?? problem);
  const write = (text: string) => {
    setTyped(text);
    onChange(name, text.trim() === '' ? null : (readDate(text) ?? text));
  };
  return (
    <Field.Root
      name={name}
      id={name}
      hint={hint}
      error={error ?? misread}
      required={required}
      position="relative"
    >
      <Field.Label>{label}</Field.Label>
      <Field.Input
        type="text"
        name={name}
        autoComplete="off"
        disabled={disabled}
        placeholder={disabled ? '' : '如 2026-11-02'}
        value={typed ?? value ?? ''}
        onChange={({ target }) => write(target.value)}
        onBlur={() => setTyped(null)}
        endAction={
          disabled ? null : (
            <Field.Action label="打开日历" onClick={() => calendar.current?.showPicker()}>
              <Calendar fill="neutral500" />
            </Field.Action>
          )
        }
      />
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        style={UNSEEN}
        value={isDate ? (value ?? '') : ''}
        onChange={({ target }) => onChange(name, target.value || null)}
      />
      <Field.Error />
      <Advice advice={remark && !error ? { level: 'error', text: remark } : null} />
      <Field.Hint />
    </Field.Root>
  );
}

/** What is wrong with a real date beside the other values of the form. */
function useDateProblem(date: string | null | undefined, rule: DateRule = {}): string | null {
  const other = useForm('useDateProblem', ({ values }) =>
    rule.notBefore ? (values as Record<string, unknown>)[rule.notBefore.field] : undefined,
  );
  if (!date || readDate(date) !== date) return null;
  return dateProblem(date, rule, rule.notBefore ? { [rule.notBefore.field]: other } : {}, today());
}
