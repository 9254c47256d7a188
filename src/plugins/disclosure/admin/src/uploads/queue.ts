import { uploadProblem } from '../../../shared/upload-rules';

/** A chosen file on its way to the library. `share` is what has gone, 0 to 1. */
export type Sending = {
  key: string;
  file: File;
  state: 'waiting' | 'sending' | 'failed' | 'refused';
  share: number;
  problem: string | null;
};

export type QueueAction =
  | { do: 'add'; files: readonly File[]; keyOf: () => string }
  | { do: 'start' | 'retry' | 'remove'; key: string }
  | { do: 'progress'; key: string; share: number }
  | { do: 'fail'; key: string; problem: string };

/** The files that were chosen, in their order. What cannot be sent is refused before anything is sent. */
export function queueReducer(queue: readonly Sending[], action: QueueAction): readonly Sending[] {
  switch (action.do) {
    case 'add':
      return [...queue, ...action.files.map((file) => enqueue(file, action.keyOf()))];
    case 'remove':
      return queue.filter(({ key }) => key !== action.key);
    case 'start':
      return change(queue, action.key, { state: 'sending', share: 0 });
    case 'retry':
      return change(queue, action.key, { state: 'waiting', share: 0, problem: null });
    case 'progress':
      return change(queue, action.key, { share: action.share });
    case 'fail':
      return change(queue, action.key, { state: 'failed', problem: action.problem });
  }
}

function enqueue(file: File, key: string): Sending {
  const problem = uploadProblem(file);
  return { key, file, state: problem ? 'refused' : 'waiting', share: 0, problem };
}

const change = (queue: readonly Sending[], key: string, changes: Partial<Sending>): readonly Sending[] =>
  queue.map((one) => (one.key === key ? { ...one, ...changes } : one));

/** The next file to send: one at a time, so that the order of the files is that of their choice. */
export function nextToSend(queue: readonly Sending[]): Sending | null {
  if (queue.some(({ state }) => state === 'sending')) return null;
  return queue.find(({ state }) => state === 'waiting') ?? null;
}
