import type { StrapiApp } from '@strapi/strapi/admin';
import type * as React from 'react';
import { forDisclosure } from '../attachments/MediaInput';
import { INPUTS, readOnlyAware } from './read-only';

type Input = React.ComponentType<Record<string, unknown>>;

const CUSTOM_FIELDS = [
  { name: 'choice', type: 'string', label: '选项', load: () => import('./ChoiceInput') },
  { name: 'matrix', type: 'json', label: '责任部门表', load: () => import('./MatrixInput') },
  { name: 'reasons', type: 'json', label: '事项安排表', load: () => import('./ReasonsInput') },
  { name: 'documents', type: 'json', label: '文件列表', load: () => import('./DocumentsInput') },
  { name: 'entries', type: 'json', label: '目录', load: () => import('./EntriesInput') },
  { name: 'body', type: 'text', label: '正文', load: () => import('../editor/BodyInput') },
  { name: 'roster', type: 'string', label: '名单', load: () => import('../rosters/RosterInput') },
] as const;

/** Registers the engine's custom fields, and makes Strapi's own inputs mind whether one may edit. */
export function registerFields(app: StrapiApp): void {
  for (const { name, type, label, load } of CUSTOM_FIELDS) {
    app.customFields.register({
      name,
      pluginId: 'disclosure',
      type,
      intlLabel: { id: `disclosure.field.${name}`, defaultMessage: label },
      intlDescription: { id: `disclosure.field.${name}`, defaultMessage: label },
      components: {
        Input: async () => ({
          default: readOnlyAware((await load()).default as unknown as Input) as React.ComponentType,
        }),
      },
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
