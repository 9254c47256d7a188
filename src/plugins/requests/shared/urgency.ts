import type { QueueItem } from './contract';

/** How near the end of a term is, in words: nobody has to tell colours apart. */
export const URGENCIES = [
  { code: 'overdue', label: '已超期' },
  { code: 'red', label: '紧急' },
  { code: 'amber', label: '临近' },
  { code: 'none', label: '正常' },
] as const satisfies readonly { code: QueueItem['urgency']; label: string }[];
