import { Worker } from 'node:worker_threads';

/** What one piece of work in a thread may cost. */
export type ThreadLimits = { milliseconds: number; heapMegabytes: number };
/** What came of it; `failed` where it ended without an answer. */
export type ThreadResult<T> = { value: T } | { failed: 'timeout' | 'memory' | 'broken' };

/**
 * Runs a compiled module as a thread, and takes its one message as the answer: work on what others have sent may
 * run out of time or memory without harm to the server.
 */
export function runInThread<T>(
  module: string,
  data: unknown,
  limits: ThreadLimits,
): Promise<ThreadResult<T>> {
  return new Promise((resolve) => {
    const worker = new Worker(module, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
      // libraries talk about fonts they miss
      stdout: true,
      stderr: true,
    });
    const end = (result: ThreadResult<T>) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => end({ failed: 'timeout' }), limits.milliseconds);
    worker.once('message', (value: T) => end({ value }));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end({ failed: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'broken' }),
    );
    worker.once('exit', () => end({ failed: 'broken' }));
  });
}
