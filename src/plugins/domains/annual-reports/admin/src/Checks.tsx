import { Badge, Flex, Typography } from '@strapi/design-system';
import type { DepartmentsCompared, Difference, ReportTold } from '../../shared/contract';
import { Card } from './ReportPage';

/** What does not come out, with the cell and what should stand there; and what has changed since the submission. */
export function Checks({
  report: { failures, differences, compared, isSnapshot, numbers },
}: {
  report: ReportTold;
}) {
  return (
    <Card title="核对">
      <Flex gap={2}>
        <Badge
          backgroundColor={failures.length > 0 ? 'danger100' : 'success100'}
          textColor={failures.length > 0 ? 'danger700' : 'success700'}
        >
          {failures.length > 0 ? `${failures.length}项没有通过` : '全部通过'}
        </Badge>
        <Typography textColor="neutral600">
          {isSnapshot ? '数据为提交当日的统计，不再变动' : '数据为此刻的统计，提交前随办理情况变动'}
          {numbers.before.from === 'report' ? '；上年结转已与上一年度报告核对' : ''}
          {numbers.before.from === 'entered' ? '；上年结转已与填报的数据核对' : ''}
        </Typography>
      </Flex>
      {failures.length > 0 ? (
        <ul style={{ margin: 0, paddingInlineStart: '2rem', listStyle: 'disc' }}>
          {failures.map(({ table, line, column, message }) => (
            <li key={`${table}${line}${column}${message}`}>
              <Typography textColor="danger700">{message}</Typography>
            </li>
          ))}
        </ul>
      ) : null}
      {compared ? <Compared compared={compared} /> : null}
      {differences.length > 0 ? (
        <>
          <Typography fontWeight="bold">提交以后，数据有变化（如需更改报告，请退回或者更正）：</Typography>
          <DifferenceList differences={differences} />
        </>
      ) : null}
    </Card>
  );
}

/** What the departments have reported, beside what the district counts. */
const Compared = ({ compared: { notReported, differences } }: { compared: DepartmentsCompared }) => (
  <>
    {notReported.length > 0 ? (
      <Typography textColor="neutral600">
        {`还没有报送的部门（${notReported.length}）：${notReported.join('、')}`}
      </Typography>
    ) : null}
    {differences.length > 0 ? (
      <>
        <Typography fontWeight="bold">已报送的部门，报告之和与现在的统计不同：</Typography>
        <DifferenceList differences={differences} />
      </>
    ) : null}
  </>
);

const DifferenceList = ({ differences }: { differences: readonly Difference[] }) => (
  <ul style={{ margin: 0, paddingInlineStart: '2rem', listStyle: 'disc' }}>
    {differences.map(({ label, inReport, today }) => (
      <li key={label}>
        <Typography>{`${label}：报告中为${inReport}，今天为${today}`}</Typography>
      </li>
    ))}
  </ul>
);
