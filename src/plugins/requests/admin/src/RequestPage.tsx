import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import type { Draft } from '../../shared/beside';
import type { DeskButton, RequestTold } from '../../shared/contract';
import { outcomeOf } from '../../shared/outcomes';
import { ActDialog } from './ActDialog';
import { BesideCard } from './beside/BesideCard';
import { RelatedCard } from './beside/RelatedCard';
import { Deadline } from './Deadline';
import { DisputesCard } from './disputes/DisputesCard';
import { FilesCard } from './files/FilesCard';
import { IdentityCard } from './IdentityCard';
import { NoticesCard } from './notices/NoticesCard';
import { PreviewButton } from './notices/PreviewButton';
import { useInformationRequestQuery } from './requests-api';
import { SplitDialog } from './split/SplitDialog';
import { useDepartments } from './use-departments';

type Props = { id: string; onOpen: (id: string | null) => void };

/** One request: what is asked for, its clock, what happened, and what can be done next. */
export function RequestPage({ id, onOpen }: Props) {
  const { data, error } = useInformationRequestQuery(id, { refetchOnMountOrArgChange: true });
  const [asked, setAsked] = React.useState<DeskButton | null>(null);
  const [draft, setDraft] = React.useState<Draft | null>(null);
  const departments = useDepartments();
  const errorText = useErrorText();
  if (!data) return error ? <Page.Main>{errorText(error)}</Page.Main> : <Page.Loading />;
  const close = () => {
    setAsked(null);
    setDraft(null);
  };
  const begin = (next: Draft) => {
    setDraft(next);
    setAsked(data.buttons.find(({ verb }) => verb === 'saveAnswer') ?? null);
  };
  return (
    <Page.Main>
      <Page.Title>{`申请 ${data.number ?? '未登记'}`}</Page.Title>
      <Layouts.Header
        title={`申请 ${data.number ?? '（未登记）'}`}
        subtitle={`${data.stateLabel} · ${data.ownerName} · ${data.channelLabel}`}
        navigationAction={
          <Flex>
            <Button variant="ghost" startIcon={<ArrowLeft />} onClick={() => onOpen(null)}>
              返回列表
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          <Steps request={data} onAct={setAsked} />
          <Card title={data.kind === 'correction' ? '申请内容（更正与自身相关的政府信息）' : '申请内容'}>
            <Facts
              pairs={[
                ['信息名称', data.wanted?.name],
                ['文号', data.wanted?.docNo],
                ['特征描述', data.wanted?.description],
                ['更正的理由和证据', data.wanted?.evidence],
                ['载体形式', data.medium],
                ['获取方式', data.delivery],
              ]}
            />
          </Card>
          <IdentityCard request={data} />
          <ClockCard request={data} />
          <AnswerCard request={data} />
          <BesideCard request={data} onDraft={begin} />
          <NoticesCard request={data} />
          <FilesCard id={data.id} />
          <Card title="办理经过">
            {data.events.length === 0 ? <Typography>还没有登记。</Typography> : null}
            {data.events.map(({ label, on, text, by }, index) => (
              <Typography key={`${on}${label}${String(index)}`} tag="p" style={{ whiteSpace: 'pre-line' }}>
                {`${on}　${label}（${by}）${text ? `：${text}` : ''}`}
              </Typography>
            ))}
          </Card>
          <DisputesCard request={data} />
          <RelatedCard request={data} onOpen={onOpen} onDraft={begin} />
        </Flex>
      </Layouts.Content>
      {asked?.verb === 'split' ? <SplitDialog request={data} button={asked} onClose={close} /> : null}
      {asked && asked.verb !== 'split' ? (
        <ActDialog
          request={data}
          draft={draft}
          button={asked}
          departments={departments}
          onClose={close}
          onGone={() => onOpen(null)}
        />
      ) : null}
    </Page.Main>
  );
}

/** What can be done now; the rest is folded with its reasons. */
function Steps({ request, onAct }: { request: RequestTold; onAct: (button: DeskButton) => void }) {
  const { buttons, nextStep } = request;
  const off = buttons.filter(({ enabled }) => !enabled);
  const isNext = ({ verb }: DeskButton) => verb === nextStep.verb;
  const on = buttons.filter(({ enabled }) => enabled).sort((a, b) => Number(isNext(b)) - Number(isNext(a)));
  return (
    <Card title="下一步">
      <Typography>{nextStep.text}</Typography>
      <Flex gap={2} wrap="wrap">
        {on.map((button) => (
          <Button
            key={button.verb}
            variant={isNext(button) ? 'default' : 'secondary'}
            onClick={() => onAct(button)}
          >
            {button.label}
          </Button>
        ))}
        {on.length === 0 ? <Typography>目前没有您能办理的事项。</Typography> : null}
      </Flex>
      <details>
        <summary>
          <Typography textColor="neutral600">{`现在不能办理的（${off.length}）`}</Typography>
        </summary>
        {off.map(({ verb, label, why }) => (
          <Typography key={verb} tag="p" textColor="neutral600">
            {`${label}：${why ?? ''}`}
          </Typography>
        ))}
      </details>
    </Card>
  );
}

function ClockCard({ request: { clock } }: { request: RequestTold }) {
  if (!clock) return null;
  return (
    <Card title="期限">
      <Flex gap={2} alignItems="center">
        <Typography fontWeight="bold">{clock.label}</Typography>
        {clock.state === 'answered' ? null : <Deadline item={clock} />}
        {clock.isProvisional ? <Typography textColor="neutral600">收到意见之前每天顺延</Typography> : null}
      </Flex>
      <ol style={{ margin: 0, paddingInlineStart: '1.25rem', listStyle: 'decimal' }}>
        {clock.steps.map(({ text, article, day, daysOff }) => (
          <li key={`${text}${day ?? ''}`}>
            <Typography>{`${text}${day ? `：${day}` : ''}`}</Typography>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {[article, ...daysOff].filter(Boolean).join('；')}
            </Typography>
          </li>
        ))}
      </ol>
      {clock.unknownYears.length > 0 ? (
        <Typography textColor="warning700">{`${clock.unknownYears.join('、')}年的节假日安排尚未公布，期限待核实`}</Typography>
      ) : null}
    </Card>
  );
}

/** What was drafted for a request that was withdrawn has gone to nobody. */
function titleOfAnswer({ answeredOn, withdrawnOn }: RequestTold): string {
  if (withdrawnOn) return '答复（草稿，申请人已撤回，没有发出）';
  return answeredOn ? `答复（${answeredOn}）` : '答复（草稿）';
}

function AnswerCard({ request }: { request: RequestTold }) {
  if (!request.answer) return null;
  return (
    <Card title={titleOfAnswer(request)}>
      <Facts
        pairs={[
          [
            '办理结果',
            (request.withdrawnOn ? null : request.outcomeLabel) ?? outcomeOf(request.answer.outcome)?.label,
          ],
          ['答复内容', request.answer.text],
          ['理由和依据', request.answer.reasons],
        ]}
      />
      {request.answeredOn ? null : <PreviewButton requestId={request.id} verb="answer" body={{}} />}
    </Card>
  );
}

export const Card = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h2" variant="delta">
        {title}
      </Typography>
      {children}
    </Flex>
  </Box>
);

export const Facts = ({ pairs }: { pairs: readonly (readonly [string, string | null | undefined])[] }) => (
  <>
    {pairs
      .filter(([, value]) => value)
      .map(([label, value]) => (
        <Flex key={label} gap={4} alignItems="flex-start">
          <Box minWidth="11rem">
            <Typography textColor="neutral600">{label}</Typography>
          </Box>
          <Typography style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{value}</Typography>
        </Flex>
      ))}
  </>
);
