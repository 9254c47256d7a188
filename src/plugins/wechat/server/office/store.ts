import type { Knex } from 'knex';
import { z } from 'zod';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { Transaction } from '../../../disclosure/server/types';
import type { OfficeSettings } from '../contract';

const words = (label: string, most: number) =>
  z
    .string(`${label}须为文字`)
    .trim()
    .min(1, `${label}不能为空`)
    .max(most, `${label}不能超过${most}个字`)
    .refine((value) => !value.includes('\0'), `${label}中有空字符`);

/** 600 letters of Chinese are 1,800 bytes: WeChat delivers texts of up to 2,048. */
export const officeSettingsSchema = z.strictObject({
  welcome: words('欢迎语', 600),
  nothing: z
    .string('没有找到时的补充须为文字')
    .trim()
    .max(200, '没有找到时的补充不能超过200个字')
    .refine((value) => !value.includes('\0'), '没有找到时的补充中有空字符')
    .default(''),
  menu: z
    .array(
      z.strictObject({
        key: words('菜单的 KEY', 128),
        kind: z.enum(['keyword', 'column'], '菜单的类型有误'),
        value: words('菜单对应的关键词或栏目', 100),
      }),
      '菜单有误',
    )
    .max(15, '菜单最多15项')
    .refine((menu) => new Set(menu.map(({ key }) => key)).size === menu.length, '菜单的 KEY 不能重复'),
  columns: z.array(words('栏目', 120)).max(200, '栏目太多'),
  kinds: z.array(words('信息类型', 120)).max(50, '信息类型太多'),
  autoPublish: z.boolean('自动发表须为是或否'),
});

const DEFAULTS: OfficeSettings = {
  welcome: '您好，欢迎关注！发送要查的事情（如“低保”“施工许可”）查找政务公开信息，回复“更多”查看其他结果。',
  nothing: '',
  menu: [],
  columns: [],
  kinds: [],
  autoPublish: false,
};

export async function loadOfficeSettings(knex: Knex): Promise<OfficeSettings> {
  const row = (await knex('wechat_settings').where({ id: 1 }).first('settings')) as
    | { settings: unknown }
    | undefined;
  return row ? { ...DEFAULTS, ...fromJson<Partial<OfficeSettings>>(row.settings) } : DEFAULTS;
}

export const saveOfficeSettings = (trx: Transaction, settings: OfficeSettings) =>
  trx('wechat_settings')
    .insert({ id: 1, settings: JSON.stringify(settings), updated_at: new Date() })
    .onConflict('id')
    .merge();
