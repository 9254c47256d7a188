import { Button, Flex } from '@strapi/design-system';
import type * as React from 'react';
import { ProposalsPage } from './frequent/ProposalsPage';
import { GuidePage } from './guide/GuidePage';
import { WorkloadPage } from './workload/WorkloadPage';

export type View = {
  code: string;
  label: string;
  Content: React.ComponentType<{ onOpen: (id: string) => void }>;
};

/** What the desk has beside the queue. */
export const VIEWS: readonly View[] = [
  { code: 'workload', label: '工作量', Content: WorkloadPage },
  { code: 'proposals', label: '建议主动公开', Content: ProposalsPage },
  { code: 'guide', label: '公开指南', Content: GuidePage },
];

type Props = { now: string; onChoose: (code: string) => void };

/** The way from one part of the desk to another. */
export const ViewLinks = ({ now, onChoose }: Props) => (
  <Flex tag="nav" aria-label="依申请公开的各页" gap={2}>
    {[{ code: 'queue', label: '申请' }, ...VIEWS].map(({ code, label }) => (
      <Button
        key={code}
        variant={code === now ? 'secondary' : 'tertiary'}
        aria-current={code === now ? 'page' : undefined}
        onClick={() => onChoose(code)}
      >
        {label}
      </Button>
    ))}
  </Flex>
);
