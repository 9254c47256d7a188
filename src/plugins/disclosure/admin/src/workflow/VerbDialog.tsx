import { Alert, Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { Desk, DeskButton } from '../../../server/desk/contract';
import type { VerbBody } from '../api/desk-api';
import { SearchSelect } from '../fields/SearchSelect';
import { useSource } from '../fields/use-choices';
import { nextMorning, readShanghaiTime } from './instant-text';
import { isAnswered, PersonalDataFields, type PersonalDataInput } from './PersonalDataFields';
import { ScheduleFields } from './ScheduleFields';
import type { Refused } from './use-verb';
import { VERB_TEXTS } from './verb-texts';

type Props = {
  desk: Desk;
  button: DeskButton;
  isRunning: boolean;
  onRun: (body: VerbBody) => Promise<Refused | null>;
  onClose: () => void;
};

/** Asks before a verb: says what it does, and takes the reason, successor or department that belongs to it. */
export function VerbDialog({ desk, button, isRunning, onRun, onClose }: Props) {
  const text = VERB_TEXTS[button.verb];
  const [words, setWords] = React.useState('');
  const [successor, setSuccessor] = React.useState<string | null>(null);
  const [department, setDepartment] = React.useState<string | null>(null);
  const [when, setWhen] = React.useState(() => nextMorning(new Date()));
  const publishAt = text?.instant ? readShanghaiTime(when) : null;
  const [personalData, setPersonalData] = React.useState<PersonalDataInput>({});
  const [refusal, setRefusal] = React.useState<string | null>(null);
  const isRequired = button.reason === 'required';
  const isComplete =
    (!isRequired || words.trim() !== '') &&
    (!text?.department || department !== null) &&
    (!text?.instant || publishAt !== null) &&
    isAnswered(button.verb, desk, personalData);

  const confirm = async () => {
    const body: VerbBody = {
      ...(text?.words && words.trim() ? { [text.words.field]: words.trim() } : {}),
      ...(successor ? { successor } : {}),
      ...(department ? { department } : {}),
      ...(publishAt ? { publishAt } : {}),
      ...personalData,
    };
    const refused = await onRun(body);
    if (refused) setRefusal(refused.text);
    else onClose();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{button.label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {refusal ? (
              <Alert variant="danger" title="没有办成" closeLabel="关闭提示" onClose={() => setRefusal(null)}>
                {refusal}
              </Alert>
            ) : null}
            <Typography fontWeight="bold">{desk.title}</Typography>
            {text?.ask ? <Typography>{text.ask}</Typography> : null}
            {text?.instant ? <ScheduleFields value={when} onChange={setWhen} /> : null}
            {MAKES_PUBLIC.has(button.verb) && desk.takeDownOn ? (
              <Typography>{`公示截止日期：${desk.takeDownOn}，次日自动撤下。`}</Typography>
            ) : null}
            {text?.department ? (
              <DepartmentField desk={desk} value={department} onChange={setDepartment} />
            ) : null}
            {text?.words ? (
              <Field.Root name="words" required={isRequired}>
                <Field.Label>{text.words.label}</Field.Label>
                <Textarea
                  autoFocus
                  placeholder={text.words.placeholder}
                  maxLength={2000}
                  value={words}
                  onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => setWords(target.value)}
                />
              </Field.Root>
            ) : null}
            <PersonalDataFields
              verb={button.verb}
              desk={desk}
              value={personalData}
              onChange={setPersonalData}
            />
            {text?.successor ? (
              <SuccessorField desk={desk} value={successor} onChange={setSuccessor} />
            ) : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            取消
          </Button>
          <Button
            variant={text?.variant === 'danger-light' ? 'danger' : 'default'}
            onClick={confirm}
            disabled={!isComplete}
            loading={isRunning}
          >
            {`确认${button.label}`}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The verbs after which the last day of display counts. */
const MAKES_PUBLIC: ReadonlySet<string> = new Set(['publish', 'schedule', 'expedite']);

type PickerProps = { desk: Desk; value: string | null; onChange: (value: string | null) => void };

function SuccessorField({ desk, value, onChange }: PickerProps) {
  const { options } = useSource('publications', { owner: desk.owner ?? '' });
  return (
    <Field.Root name="successor" hint="如有新的信息代替它，请选择，公众会被引导到新的信息">
      <Field.Label>替代信息</Field.Label>
      <SearchSelect
        name="successor"
        value={value}
        onChange={onChange}
        options={options.filter((option) => option.value !== desk.documentId)}
        placeholder="可以不选；输入标题查找"
      />
      <Field.Hint />
    </Field.Root>
  );
}

function DepartmentField({ desk, value, onChange }: PickerProps) {
  const { options } = useSource('departments');
  return (
    <Field.Root name="department" required>
      <Field.Label>接收部门</Field.Label>
      <SearchSelect
        name="department"
        value={value}
        onChange={onChange}
        options={options.filter((option) => option.value !== desk.owner)}
        placeholder="输入部门名称查找"
      />
    </Field.Root>
  );
}
