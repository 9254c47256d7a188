import {
  Button,
  Checkbox,
  Field,
  MultiSelect,
  MultiSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { Card } from '../../../../accounts/admin/src/parts/Card';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { OfficePage, OfficeSettings } from '../../../server/contract';
import { useWechatSaveMutation } from '../wechat-api';
import { MenuKeys } from './MenuKeys';

/** What the office sets for the account. */
export function SettingsForm({ data }: { data: OfficePage }) {
  const [settings, setSettings] = React.useState(data.settings);
  const [save, { isLoading }] = useWechatSaveMutation();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const change = (more: Partial<OfficeSettings>) => setSettings((before) => ({ ...before, ...more }));
  const keep = async () => {
    const answer = await save(settings);
    const failed = 'error' in answer && answer.error ? errorText(answer.error) : null;
    toggleNotification(failed ? { type: 'danger', message: failed } : { type: 'success', message: '已保存' });
  };
  return (
    <Card title="设置">
      <Field.Root name="welcome" hint="有人关注公众号时的回复，最多600个字">
        <Field.Label>欢迎语</Field.Label>
        <Textarea
          maxLength={600}
          value={settings.welcome}
          onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => change({ welcome: target.value })}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root
        name="nothing"
        hint="有人没有找到、或者要找人工客服时附在回复后面，如咨询电话、办公时间，最多200个字"
      >
        <Field.Label>没有找到时的补充</Field.Label>
        <Textarea
          maxLength={200}
          value={settings.nothing}
          onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => change({ nothing: target.value })}
        />
        <Field.Hint />
      </Field.Root>
      <MenuKeys menu={settings.menu} columns={data.columns} onChange={(menu) => change({ menu })} />
      <Choices
        label="默认发布到公众号的栏目"
        options={data.columns}
        value={settings.columns}
        onChange={(columns) => change({ columns })}
      />
      <Choices
        label="默认发布到公众号的信息类型"
        options={data.kinds}
        value={settings.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <Typography variant="pi" textColor="neutral600">
        默认只用于今后由人发布的信息；责任部门可以逐件改。批量导入的不推送。
      </Typography>
      <Checkbox
        checked={settings.autoPublish}
        onCheckedChange={(checked: boolean | 'indeterminate') => change({ autoPublish: checked === true })}
      >
        建好草稿后自动提交发表（需要已认证的公众号；不选则由人在公众号后台发表）
      </Checkbox>
      <Button width="fit-content" loading={isLoading} onClick={keep}>
        保存
      </Button>
    </Card>
  );
}

type ChoicesProps = {
  label: string;
  options: readonly { code: string; name: string }[];
  value: readonly string[];
  onChange: (value: string[]) => void;
};

function Choices({ label, options, value, onChange }: ChoicesProps) {
  return (
    <Field.Root name={label}>
      <Field.Label>{label}</Field.Label>
      <MultiSelect withTags placeholder="没有" value={[...value]} onChange={onChange}>
        {options.map(({ code, name }) => (
          <MultiSelectOption key={code} value={code}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
}
