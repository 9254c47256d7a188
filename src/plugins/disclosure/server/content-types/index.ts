import { type Field, toAttribute } from '../domain/field';
import { calendarDay } from './calendar-day';
import { catalogueItem } from './catalogue-item';
import { column } from './column';
import { department } from './department';
import { membership } from './membership';
import type { ReferenceType } from './reference-type';
import { responsibility } from './responsibility';

/** The engine's own types: reference data without drafts, kept by the office. */
export const REFERENCE_TYPES: readonly ReferenceType[] = [
  department,
  membership,
  responsibility,
  catalogueItem,
  column,
  calendarDay,
];

const toSchema = (type: ReferenceType) => ({
  kind: 'collectionType',
  collectionName: `disclosure_${type.plural.replace(/-/g, '_')}`,
  info: { singularName: type.singular, pluralName: type.plural, displayName: type.name },
  options: { draftAndPublish: false },
  pluginOptions: { 'content-manager': { visible: true }, 'content-type-builder': { visible: false } },
  indexes: type.indexes.map((columns) => ({
    name: `disclosure_${type.plural.replace(/-/g, '_')}_${columns.join('_')}_index`,
    columns,
  })),
  attributes: Object.fromEntries(
    Object.entries(type.fields).map(([name, field]) => [
      name,
      {
        ...(field.relation ?? toAttribute(field as Field)),
        ...(field.unique ? { unique: true } : {}),
        ...(field.required ? { required: true } : {}),
      },
    ]),
  ),
});

export const contentTypes = Object.fromEntries(
  REFERENCE_TYPES.map((type) => [type.singular, { schema: toSchema(type) }]),
);
