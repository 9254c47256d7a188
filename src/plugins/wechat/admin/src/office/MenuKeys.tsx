import {
  Button,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type * as React from 'react';
import type { MenuKey } from '../../../server/contract';

type Props = {
  menu: readonly MenuKey[];
  columns: readonly { code: string; name: string }[];
  onChange: (menu: MenuKey[]) => void;
};

const MOST = 15;

/** What a click on each key of the account's menu answers with. */
export function MenuKeys({ menu, columns, onChange }: Props) {
  const set = (at: number, more: Partial<MenuKey>) =>
    onChange(menu.map((item, place) => (place === at ? { ...item, ...more } : item)));
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="group" aria-label="菜单">
      <Typography variant="pi" fontWeight="bold">
        菜单（公众号里设的“点击推事件”的 KEY）
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        这里写点了以后回复什么；菜单本身由系统管理员在公众号里建立，做法见说明书“微信公众号”一节。
      </Typography>
      {menu.map((item, at) => (
        <Flex key={at} gap={2} alignItems="center">
          <TextInput
            aria-label={`第${at + 1}项的KEY`}
            placeholder="KEY"
            value={item.key}
            onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => set(at, { key: target.value })}
          />
          <SingleSelect
            aria-label={`第${at + 1}项回复什么`}
            value={item.kind}
            onChange={(kind: string | number) => set(at, { kind: kind as MenuKey['kind'], value: '' })}
          >
            <SingleSelectOption value="keyword">按关键词查找</SingleSelectOption>
            <SingleSelectOption value="column">栏目的最新信息</SingleSelectOption>
          </SingleSelect>
          {item.kind === 'keyword' ? (
            <TextInput
              aria-label={`第${at + 1}项的关键词`}
              placeholder="关键词"
              value={item.value}
              onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => set(at, { value: target.value })}
            />
          ) : (
            <SingleSelect
              aria-label={`第${at + 1}项的栏目`}
              placeholder="栏目"
              value={item.value}
              onChange={(value: string | number) => set(at, { value: String(value) })}
            >
              {columns.map(({ code, name }) => (
                <SingleSelectOption key={code} value={code}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          )}
          <IconButton
            label={`删除第${at + 1}项`}
            onClick={() => onChange(menu.filter((_, place) => place !== at))}
          >
            <Trash />
          </IconButton>
        </Flex>
      ))}
      <Button
        width="fit-content"
        size="S"
        variant="tertiary"
        startIcon={<Plus />}
        disabled={menu.length >= MOST}
        onClick={() => onChange([...menu, { key: '', kind: 'keyword', value: '' }])}
      >
        添加一项
      </Button>
    </Flex>
  );
}
