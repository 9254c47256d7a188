import { Field, Flex, Searchbar } from '@strapi/design-system';
import * as React from 'react';
import { SearchSelect } from '../../../../disclosure/admin/src/fields/SearchSelect';
import { useSource } from '../../../../disclosure/admin/src/fields/use-choices';
import type { PeopleFilter } from '../api/accounts-api';
import { STATE_OPTIONS } from './texts';

type Props = {
  filter: PeopleFilter;
  onSet: (name: keyof PeopleFilter, value: string | null) => void;
};

export function PeopleFilters({ filter, onSet }: Props) {
  const { options: departments } = useSource('departments');
  const [typed, setTyped] = React.useState(filter.q ?? '');
  return (
    <Flex gap={4} alignItems="flex-end" wrap="wrap">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSet('q', typed.trim() || null);
        }}
        style={{ width: '28rem' }}
      >
        <Searchbar
          name="q"
          placeholder="姓名或登录邮箱，按回车查找"
          clearLabel="清除"
          value={typed}
          onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setTyped(target.value)}
          onClear={() => {
            setTyped('');
            onSet('q', null);
          }}
        >
          查找
        </Searchbar>
      </form>
      <Field.Root name="department" width="28rem">
        <Field.Label>部门</Field.Label>
        <SearchSelect
          name="department"
          value={filter.department ?? null}
          options={departments}
          placeholder="全部部门"
          onChange={(value) => onSet('department', value)}
        />
      </Field.Root>
      <Field.Root name="state" width="18rem">
        <Field.Label>状态</Field.Label>
        <SearchSelect
          name="state"
          value={filter.state ?? null}
          options={STATE_OPTIONS}
          placeholder="全部状态"
          onChange={(value) => onSet('state', value)}
        />
      </Field.Root>
    </Flex>
  );
}
