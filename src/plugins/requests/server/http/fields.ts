import { escapeHtml } from '../../../disclosure/server/rules/escape-html';

/** What a form holds, by the names of its fields: `applicant.name`. */
export type Filled = Readonly<Record<string, string>>;

/** A form's body as the object that schemas read; empty fields were not filled in. */
export function nested(filled: Filled): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(filled)) {
    if (value === '' || !/^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)?$/.test(name)) continue;
    const [first, second] = name.split('.') as [string, string | undefined];
    if (second === undefined) made[first] = value;
    else made[first] = { ...(made[first] as object | undefined), [second]: value };
  }
  return made;
}

/** The fields of a form by their names; the parser of bodies makes objects of names with dots. */
export function filledOf(body: unknown): Filled {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    value && typeof value === 'object'
      ? Object.entries(value).map(([inner, of]) => [`${name}.${inner}`, of] as const)
      : [[name, value] as const],
  );
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string').slice(0, 60),
  );
}

type Field = {
  name: string;
  label: string;
  hint?: string;
  required?: true;
  type?: string;
  autocomplete?: string;
};

const described = ({ name, label, hint, required }: Field): string =>
  `<label for="${name}">${escapeHtml(label)}${required ? '' : ' <small>选填</small>'}${
    hint ? ` <small>${escapeHtml(hint)}</small>` : ''
  }</label>`;

export const input = (field: Field, filled: Filled): string =>
  `${described(field)}<input id="${field.name}" name="${field.name}" type="${field.type ?? 'text'}"${
    field.required ? ' required' : ''
  }${field.autocomplete ? ` autocomplete="${field.autocomplete}"` : ''} value="${escapeHtml(filled[field.name] ?? '')}">`;

export const textarea = (field: Field, filled: Filled): string =>
  `${described(field)}<textarea id="${field.name}" name="${field.name}"${field.required ? ' required' : ''}>${escapeHtml(
    filled[field.name] ?? '',
  )}</textarea>`;

export const select = (
  field: Field,
  choices: readonly { code: string; label: string }[],
  filled: Filled,
): string =>
  `${described(field)}<select id="${field.name}" name="${field.name}"${field.required ? ' required' : ''}>${[
    { code: '', label: '请选择' },
    ...choices,
  ]
    .map(
      ({ code, label }) =>
        `<option value="${escapeHtml(code)}"${filled[field.name] === code ? ' selected' : ''}>${escapeHtml(label)}</option>`,
    )
    .join('')}</select>`;

export const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;

export const fieldset = (legend: string, ...content: string[]): string =>
  `<fieldset><legend>${escapeHtml(legend)}</legend><div>${content.join('\n')}</div></fieldset>`;

export const alert = (messages: readonly string[]): string =>
  messages.length === 0
    ? ''
    : `<div class="alert" role="alert">请改正后再提交：<ul>${messages.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul></div>`;

export const facts = (pairs: readonly (readonly [string, string | null | undefined])[]): string =>
  `<dl>${pairs
    .filter(([, value]) => value)
    .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(String(value))}</dd>`)
    .join('')}</dl>`;
