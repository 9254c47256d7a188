import { Alert, Button, Flex, Main, Typography } from '@strapi/design-system';
import { Plus, Upload } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import type { Person, PersonAnswer } from '../../../server/contract';
import { type PeopleFilter, usePeopleQuery } from '../api/accounts-api';
import { ActDialog } from './ActDialog';
import { ImportDialog } from './ImportDialog';
import { InitialPassword } from './InitialPassword';
import { PeopleFilters } from './PeopleFilters';
import { PeopleTable } from './PeopleTable';
import { PersonDialog } from './PersonDialog';
import { SessionsDialog } from './SessionsDialog';
import type { PersonActName } from './texts';

type Opened =
  | { kind: 'create' }
  | { kind: 'import' }
  | { kind: 'sessions'; person: Person }
  | { kind: 'act'; person: Person; act: PersonActName };

const SUBTITLE = '各部门使用本系统的人：部门、职责、登录。每一次修改都记入审计日志';

/** 人员管理: everybody who signs in, and what may be done about her account. */
export default function PeoplePage() {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(search) as unknown as PeopleFilter;
  const { data, error, isFetching } = usePeopleQuery(filter, { refetchOnMountOrArgChange: true });
  const [opened, setOpened] = React.useState<Opened | null>(null);
  const [told, setTold] = React.useState<PersonAnswer | null>(null);
  const errorText = useErrorText();
  const close = () => setOpened(null);
  const done = (answer: PersonAnswer) => {
    close();
    if (answer.initialPassword) setTold(answer);
  };
  const set = (name: keyof PeopleFilter, value: string | null) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    if (name !== 'page') next.delete('page');
    setSearch(next, { replace: true });
  };
  return (
    <Main>
      <Page.Title>人员管理</Page.Title>
      <Layouts.Header
        title="人员管理"
        subtitle={SUBTITLE}
        primaryAction={
          error ? null : (
            <Flex gap={2}>
              <Button
                variant="secondary"
                startIcon={<Upload />}
                onClick={() => setOpened({ kind: 'import' })}
              >
                批量新建
              </Button>
              <Button startIcon={<Plus />} onClick={() => setOpened({ kind: 'create' })}>
                新建人员
              </Button>
            </Flex>
          )
        }
      />
      <Layouts.Content>
        {error ? (
          <Alert variant="danger" title="看不到人员" closeLabel="关闭提示">
            {errorText(error)}
          </Alert>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
            <PeopleFilters filter={filter} onSet={set} />
            {data ? (
              <PeopleTable
                page={data}
                isBusy={isFetching}
                onPage={(page) => set('page', page > 1 ? String(page) : null)}
                onAct={(person, act) => setOpened({ kind: 'act', person, act })}
                onSessions={(person) => setOpened({ kind: 'sessions', person })}
              />
            ) : (
              <Typography>正在读取…</Typography>
            )}
          </Flex>
        )}
      </Layouts.Content>
      {opened?.kind === 'create' ? <PersonDialog person={null} onClose={close} onDone={done} /> : null}
      {opened?.kind === 'import' ? <ImportDialog onClose={close} /> : null}
      {opened?.kind === 'sessions' ? <SessionsDialog person={opened.person} onClose={close} /> : null}
      {opened?.kind === 'act' && opened.act === 'change' ? (
        <PersonDialog person={opened.person} onClose={close} onDone={done} />
      ) : null}
      {opened?.kind === 'act' && opened.act !== 'change' ? (
        <ActDialog act={opened.act} person={opened.person} onClose={close} onDone={done} />
      ) : null}
      {told ? <InitialPassword answer={told} onClose={() => setTold(null)} /> : null}
    </Main>
  );
}
