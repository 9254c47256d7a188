import { Field, Flex } from '@strapi/design-system';
import type * as React from 'react';
import { today } from '../shell/dates';
import type { WrittenInstant } from './instant-text';

type Props = { value: WrittenInstant; onChange: (value: WrittenInstant) => void };
type Change = React.ChangeEvent<HTMLInputElement>;

/** Date and time of a scheduled publication, in Shanghai time wherever the browser is. */
export function ScheduleFields({ value, onChange }: Props) {
  return (
    <Flex gap={4} alignItems="flex-start">
      <Field.Root name="publishDate" required width="50%">
        <Field.Label>发布日期</Field.Label>
        <Field.Input
          type="date"
          min={today()}
          value={value.date}
          onChange={({ target }: Change) => onChange({ ...value, date: target.value })}
        />
      </Field.Root>
      <Field.Root name="publishTime" required width="50%" hint="北京时间，至少在1分钟以后">
        <Field.Label>发布时间</Field.Label>
        <Field.Input
          type="time"
          value={value.time}
          onChange={({ target }: Change) => onChange({ ...value, time: target.value })}
        />
        <Field.Hint />
      </Field.Root>
    </Flex>
  );
}
