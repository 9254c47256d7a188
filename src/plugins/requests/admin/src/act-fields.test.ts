import { INPUTS } from '../../server/acts/inputs';
import { deliverySchema } from '../../server/documents/note-delivery';
import { VERB_NAMES } from '../../server/workflow/verbs';
import { CHANNELS } from '../../shared/choices';
import { ACT_FIELDS, askedOf, isComplete, OWN_FORM, toBody } from './act-fields';
import { filledCorrection } from './acts/corrected';
import { deliveryFields } from './acts/delivery';
import { OUTER_FIELDS } from './entry/entry-fields';

const VALUES: Record<string, string> = {
  date: '2026-11-27',
  text: '某某',
  words: '某某',
  number: '5',
  consultation: 'c',
  department: 'finance',
  dispute: '1',
};

test.each(VERB_NAMES.filter((verb) => !OWN_FORM.includes(verb)))(
  'the form of %s gives what the server asks for',
  (verb) => {
    const fields = ACT_FIELDS[verb] ?? [];
    const values = Object.fromEntries(
      fields.map(({ name, kind, choices }) => [
        name,
        // pages belong to the second basis of a fee
        kind === 'choice' ? String(choices?.at(name === 'basis' ? 1 : 0)?.code) : String(VALUES[kind]),
      ]),
    );
    expect(isComplete(fields, values)).toBe(true);
    expect(
      INPUTS[verb].safeParse({ ...toBody(fields, values), reason: '理由', expectedVersion: 1 }).error,
    ).toBeUndefined();
  },
);

test('what belongs to another choice is neither asked for nor sent', () => {
  const fields = ACT_FIELDS.proposeFee ?? [];
  expect(isComplete(fields, { basis: 'volume' })).toBe(false);
  expect(isComplete(fields, { basis: 'piece' })).toBe(true);
  expect(toBody(fields, { basis: 'piece', pages: '12' })).toEqual({ basis: 'piece' });
});

test('a correction that came by letter is written down where it changes what is asked for', () => {
  const filled = filledCorrection({ wanted: { name: '监理合同' } });
  const body = toBody(ACT_FIELDS.noteCorrection ?? [], {
    ...{ on: '2026-11-27', ...filled, 'wanted.description': '2024年签订的' },
  });
  expect(INPUTS.noteCorrection.parse(body)).toEqual({
    on: '2026-11-27',
    wanted: { name: '监理合同', description: '2024年签订的' },
  });
});

test('nobody signs for a mail; of what is brought or posted it is asked who did', () => {
  const asked = (method: string) => askedOf(ACT_FIELDS.noteService ?? [], { method }).map(({ name }) => name);
  expect(asked('email')).toEqual(['on', 'method', 'how']);
  expect(asked('post')).toEqual(['on', 'method', 'how', 'receivedBy', 'refusal']);
});

test.each(CHANNELS.filter(({ code }) => code !== 'online').map(({ code }) => code))(
  'what came by %s is asked once for the day of its receipt, with what counts as that day',
  (channel) => {
    const days = askedOf(OUTER_FIELDS, { channel }).filter(({ name }) => name === 'receivedOn');
    expect(days.map(({ hint }) => hint)).toEqual([expect.stringContaining('为准')]);
  },
);

test.each([
  [{ what: 'dispatched', tracking: 'XA123', receivedBy: '门卫' }, { tracking: 'XA123' }],
  [
    { what: 'served', receivedBy: '本人', how: '邮件投递成功' },
    { receivedBy: '本人', how: '邮件投递成功' },
  ],
])('of a delivery is written down what belongs to it: %j', (filled, told) => {
  const common = { what: filled.what, method: 'post', on: '2026-11-27' };
  const body = toBody(deliveryFields(false), { ...common, ...filled });
  expect(deliverySchema.parse(body)).toEqual({ ...common, ...told });
});

test('what is not filled in is not sent', () => {
  expect(toBody(ACT_FIELDS.send ?? [], { on: '2026-11-27', method: 'post', tracking: ' ' })).toEqual({
    on: '2026-11-27',
    method: 'post',
  });
});
