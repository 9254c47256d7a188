import { Field, TextInput } from '@strapi/design-system';
import * as React from 'react';
import { Dialog } from '../../../disclosure/admin/src/shell/Dialog';
import type { ConsumerView, KeyAnswer } from '../../server/contract';
import { type ConsumerEntry, useChangeConsumerMutation, useRegisterConsumerMutation } from './consumers-api';

type Props = {
  /** null: a new one */
  consumer: ConsumerView | null;
  onClose: () => void;
  onKey: (answer: KeyAnswer) => void;
};

type Texts = Record<keyof ConsumerEntry, string>;

const FIELDS: readonly {
  name: keyof ConsumerEntry;
  label: string;
  type: string;
  hint: string;
  optional?: true;
}[] = [
  { name: 'name', label: '名称', type: 'text', hint: '单位或应用的名称' },
  { name: 'contact', label: '联系方式', type: 'text', hint: '联系人和电话' },
  { name: 'purpose', label: '用途', type: 'text', hint: '读取公开信息做什么' },
  { name: 'perMinute', label: '每分钟次数', type: 'number', hint: '超出的答 429，稍后可再试' },
  { name: 'perDay', label: '每日次数', type: 'number', hint: '按北京时间的一天' },
  { name: 'expiresOn', label: '有效期至', type: 'date', hint: '含当日；长期有效的不填', optional: true },
];

const textsOf = (consumer: ConsumerView | null): Texts => ({
  name: consumer?.name ?? '',
  contact: consumer?.contact ?? '',
  purpose: consumer?.purpose ?? '',
  perMinute: String(consumer?.perMinute ?? 60),
  perDay: String(consumer?.perDay ?? 10_000),
  expiresOn: consumer?.expiresOn ?? '',
});

/** Registers a consumer, or changes what is kept of one. */
export function ConsumerDialog({ consumer, onClose, onKey }: Props) {
  const [texts, setTexts] = React.useState(() => textsOf(consumer));
  const [register, registered] = useRegisterConsumerMutation();
  const [change, changed] = useChangeConsumerMutation();
  const error = registered.error ?? changed.error;
  const isReady = FIELDS.every(({ name, optional }) => optional || texts[name].trim() !== '');
  const save = async () => {
    const entry: ConsumerEntry = {
      ...texts,
      perMinute: Number(texts.perMinute),
      perDay: Number(texts.perDay),
      expiresOn: texts.expiresOn || null,
    };
    if (consumer) {
      if ('data' in (await change({ id: consumer.id, ...entry }))) onClose();
      return;
    }
    const answer = await register(entry);
    if ('data' in answer && answer.data) onKey(answer.data);
  };
  return (
    <Dialog
      title={consumer ? `修改：${consumer.name}` : '登记数据开放用户'}
      error={error}
      action={consumer ? '保存' : '登记并生成密钥'}
      isBusy={registered.isLoading || changed.isLoading}
      isReady={isReady}
      onAct={save}
      onClose={onClose}
    >
      {FIELDS.map(({ name, label, type, hint, optional }) => (
        <Field.Root key={name} name={name} required={!optional} hint={hint}>
          <Field.Label>{label}</Field.Label>
          <TextInput
            type={type}
            value={texts[name]}
            onChange={({ target }: React.ChangeEvent<HTMLInputElement>) =>
              setTexts({ ...texts, [name]: target.value })
            }
          />
          <Field.Hint />
        </Field.Root>
      ))}
    </Dialog>
  );
}
