import { Field, Flex } from '@strapi/design-system';
import type * as React from 'react';
import { readDate } from '../fields/date-text';
import { isTime, type WrittenInstant } from './instant-text';

type Props = { value: WrittenInstant; onChange: (value: WrittenInstant) => void };
type Change = React.ChangeEvent<HTMLInputElement>;

/**
 * Date and time of a scheduled publication, in Shanghai time wherever the browser is. Written as text: the
 * browser's own inputs show day, month and half of the day in the order of its language.
 */
export function ScheduleFields({ value, onChange }: Props) {
  const { date, time } = value;
  return (
    <Flex gap={4} alignItems="flex-start">
      <Field.Root
        name="publishDate"
        required
        width="50%"
        error={date === '' || readDate(date) ? undefined : '请填写日期，如 2026-12-01'}
      >
        <Field.Label>发布日期</Field.Label>
        <Field.Input
          type="text"
          autoComplete="off"
          placeholder="如 2026-12-01"
          value={date}
          onChange={({ target }: Change) => onChange({ ...value, date: target.value })}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root
        name="publishTime"
        required
        width="50%"
        hint="北京时间，24小时制，至少在1分钟以后"
        error={time === '' || isTime(time) ? undefined : '请填写时间，如 09:00'}
      >
        <Field.Label>发布时间</Field.Label>
        <Field.Input
          type="text"
          autoComplete="off"
          placeholder="如 09:00"
          value={time}
          onChange={({ target }: Change) => onChange({ ...value, time: target.value })}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
    </Flex>
  );
}
