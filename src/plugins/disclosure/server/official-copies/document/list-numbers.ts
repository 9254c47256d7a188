/** A list that is being read: how it counts, and the number of its next item. */
export type ListCount = { ordered: boolean; type: string; next: number };

const LETTERS = 26;

/** The number of a list item as a browser shows it. */
export function itemMarker({ ordered, type, next }: ListCount): string {
  if (!ordered) return '• ';
  const signs: Record<string, (n: number) => string> = { a: letters, i: roman };
  const lower = signs[type.toLowerCase()]?.(next);
  if (lower === undefined) return `${next}. `;
  return `${type === type.toLowerCase() ? lower : lower.toUpperCase()}. `;
}

function letters(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    text = String.fromCharCode(97 + ((rest - 1) % LETTERS)) + text;
  }
  return text;
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}
