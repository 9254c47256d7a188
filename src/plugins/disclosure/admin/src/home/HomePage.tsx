import { Flex, Grid, Main } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import type { DeskPerson, Worklist } from '../../../server/desk/contract';
import { useErrorText } from '../api/use-error-text';
import { useWorklistQuery } from '../api/workbench-api';
import { BackLink } from '../shell/BackLink';
import { Card } from './Card';
import { DepartmentTable } from './DepartmentTable';
import { DomainLinks } from './DomainLinks';
import { Figures } from './Figures';
import { homeCards } from './home-cards';
import { OwedCard } from './OwedCard';
import { RecentCard } from './RecentCard';
import { WorkGroupCard } from './WorkGroupCard';

/** The first page after the sign-in: what is to be done today. */
export function HomePage() {
  const [search] = useSearchParams();
  const department = search.get('department') ?? undefined;
  const { currentData, error } = useWorklistQuery({ department }, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  if (error) {
    return (
      <Main>
        <Page.Title>首页</Page.Title>
        <Layouts.Header title="政务公开" subtitle={errorText(error)} />
      </Main>
    );
  }
  if (!currentData) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>首页</Page.Title>
      {currentData.department ? (
        <Layouts.Header
          title={currentData.department.name}
          subtitle="这个部门的工作台"
          navigationAction={<BackLink to="/">返回各部门情况</BackLink>}
        />
      ) : (
        <Layouts.Header title={`您好，${currentData.person.name}`} subtitle={describe(currentData.person)} />
      )}
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <Workbench worklist={currentData} query={department} />
        </Flex>
      </Layouts.Content>
    </Main>
  );
}

function Workbench({ worklist, query }: { worklist: Worklist; query: string | undefined }) {
  const { person, groups, types, department } = worklist;
  const code = department?.code ?? null;
  // whoever looks at the whole district begins with how its departments stand
  const watches =
    person.duties.some(({ code: duty }) => duty === 'supervisor' || duty === 'auditor') && !code;
  const shown = groups.filter(({ total }) => total > 0);
  const owing = code ?? (watches ? null : person.department);
  return (
    <>
      {groups.length > 0 ? <Figures groups={groups} department={code} /> : null}
      {watches ? <DepartmentTable /> : null}
      <Grid.Root gap={6}>
        <Grid.Item col={8} s={12} direction="column" alignItems="stretch" gap={6}>
          {shown.map((group) => (
            <WorkGroupCard key={group.key} group={group} department={code} />
          ))}
          {shown.length === 0 ? <Nothing person={person} /> : null}
          {code || !person.department ? null : homeCards().map((Part) => <Part key={Part.name} />)}
          {owing ? <OwedCard department={owing} query={query} /> : null}
        </Grid.Item>
        <Grid.Item col={4} s={12} direction="column" alignItems="stretch" gap={6}>
          {person.department ? <RecentCard query={query} /> : null}
          {code ? null : <DomainLinks types={types} />}
        </Grid.Item>
      </Grid.Root>
    </>
  );
}

const Nothing = ({ person }: { person: DeskPerson }) => (
  <Card id="nothing" title={person.department ? '没有等您办理的信息' : '政务公开管理后台'}>
    {null}
  </Card>
);

const describe = ({ departmentName, duties }: DeskPerson): string =>
  departmentName
    ? `${departmentName} 职责：${duties.map(({ name }) => name).join('、') || '无'}`
    : '系统管理员：维护基础数据和账号，不办理公开信息';
