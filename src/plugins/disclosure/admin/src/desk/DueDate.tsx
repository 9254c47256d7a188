import { Flex, Typography } from '@strapi/design-system';
import type { Desk, DeskDue, DeskDueStep } from '../../../server/desk/contract';
import { today, type Urgency, urgencyOf } from '../shell/dates';

const COLOURS: Record<Urgency, string> = { late: 'danger600', near: 'warning600', fine: 'neutral800' };

/** A due date, red when it has passed and amber when it is near; `isOpen`: it is not public yet. */
export function DueDate({ dueOn, isOpen }: { dueOn: string; isOpen: boolean }) {
  const { urgency, text } = urgencyOf(dueOn, today());
  return (
    <Typography
      textColor={isOpen ? COLOURS[urgency] : 'neutral800'}
      fontWeight={isOpen && urgency !== 'fine' ? 'bold' : undefined}
    >
      {isOpen ? `${dueOn} ${text}` : dueOn}
    </Typography>
  );
}

/** The due date of a document with the explanation of how it was found. */
export function ExplainedDueDate({ desk }: { desk: Desk }) {
  const { due } = desk;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {due.dueOn ? (
        <DueDate dueOn={due.dueOn} isOpen={!desk.live && desk.state !== 'withdrawn'} />
      ) : (
        <Typography textColor="neutral600">填写成文日期后计算</Typography>
      )}
      {due.provisional ? (
        <Typography variant="pi" textColor="warning600">
          含尚未公布放假安排的年份，为暂定
        </Typography>
      ) : null}
      {due.steps.length > 0 ? <Steps due={due} /> : null}
    </Flex>
  );
}

function Steps({ due }: { due: DeskDue }) {
  return (
    <details>
      <summary style={{ cursor: 'pointer' }}>
        <Typography variant="pi" textColor="primary600">
          怎样算出来的
        </Typography>
      </summary>
      <ul>
        {due.steps.map((step) => (
          <li key={step.rule} style={{ marginTop: 6 }}>
            <Step step={step} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Step({ step }: { step: DeskDueStep }) {
  return (
    <Typography variant="pi" textColor="neutral600" tag="div">
      <span style={{ fontWeight: step.chosen ? 'bold' : undefined }}>{step.rule}</span>
      {step.dueOn ? (
        <div>{`自${step.startOn ?? ''}起，最迟${step.dueOn}${step.chosen ? '（以此为准）' : ''}`}</div>
      ) : null}
      {step.article ? <div>{`依据：${step.article}`}</div> : null}
      {step.daysOff.length > 0 ? <div>{`已扣除或计入：${step.daysOff.join('、')}`}</div> : null}
    </Typography>
  );
}
