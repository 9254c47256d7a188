import { Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { DataTable } from '../../../../disclosure/admin/src/shell/DataTable';
import { Wrapped } from '../../../../disclosure/admin/src/shell/Wrapped';
import type { CountedRequestTold } from '../../../shared/counted';

/** The requests behind a number; each opens at the desk. */
export const RequestCases = ({ cases }: { cases: readonly CountedRequestTold[] }) => (
  <DataTable
    label="申请"
    rows={cases}
    keyOf={({ id }) => id}
    columns={[
      {
        head: '编号',
        cell: ({ id, number }) => (
          <Link to={`/plugins/requests?id=${id}`}>
            <Typography textColor="primary600">{number ?? '未登记'}</Typography>
          </Link>
        ),
      },
      { head: '承办部门', cell: ({ ownerName }) => ownerName },
      { head: '申请人类型', cell: ({ applicantKindLabel }) => applicantKindLabel },
      { head: '收到', cell: ({ receivedOn }) => receivedOn ?? '' },
      { head: '期限', cell: ({ dueOn }) => dueOn ?? '' },
      { head: '答复', cell: ({ answeredOn }) => answeredOn ?? '' },
      {
        head: '办理结果',
        cell: ({ outcomeLabel, stateLabel }) => <Wrapped width="24rem">{outcomeLabel ?? stateLabel}</Wrapped>,
      },
    ]}
  />
);
