import type { StrapiApp } from '@strapi/strapi/admin';
import type * as React from 'react';
import { forDisclosure } from '../attachments/MediaInput';
import RosterInput from '../rosters/RosterInput';
import ChoiceInput from './ChoiceInput';
import DocumentsInput from './DocumentsInput';
import EntriesInput from './EntriesInput';
import { LazyBodyInput } from './LazyBodyInput';
import MatrixInput from './MatrixInput';
import ReasonsInput from './ReasonsInput';
import { INPUTS, readOnlyAware } from './read-only';

type Input = React.ComponentType<Record<string, unknown>>;

/** Loaded with the panel: while a field loads, Strapi's form shows in English that it knows no such field. */
const CUSTOM_FIELDS = [
  { name: 'choice', type: 'string', label: '选项', Input: ChoiceInput },
  { name: 'matrix', type: 'json', label: '责任部门表', Input: MatrixInput },
  { name: 'reasons', type: 'json', label: '事项安排表', Input: ReasonsInput },
  { name: 'documents', type: 'json', label: '文件列表', Input: DocumentsInput },
  { name: 'entries', type: 'json', label: '目录', Input: EntriesInput },
  { name: 'body', type: 'text', label: '正文', Input: LazyBodyInput },
  { name: 'roster', type: 'string', label: '名单', Input: RosterInput },
] as const;

/** Registers the engine's custom fields, and makes Strapi's own inputs mind whether one may edit. */
export function registerFields(app: StrapiApp): void {
  for (const { name, type, label, Input } of CUSTOM_FIELDS) {
    const component = readOnlyAware(Input as unknown as Input) as React.ComponentType;
    app.customFields.register({
      name,
      pluginId: 'disclosure',
      type,
      intlLabel: { id: `disclosure.field.${name}`, defaultMessage: label },
      intlDescription: { id: `disclosure.field.${name}`, defaultMessage: label },
      components: { Input: async () => ({ default: component }) },
    });
  }
  const media = app.library.fields.media as Input | undefined;
  app.addFields([
    ...INPUTS,
    ...(media
      ? [{ type: 'media', Component: readOnlyAware(forDisclosure(media)) as React.ComponentType }]
      : []),
  ]);
}
