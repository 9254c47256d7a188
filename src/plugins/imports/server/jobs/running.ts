/** The imports that this process works at, by job. */
const running = new Map<string, Promise<void>>();

/** Remembers work for as long as it goes on. */
export function remember(jobId: string, work: Promise<void>): void {
  running.set(jobId, work);
  void work.finally(() => running.delete(jobId));
}

export const isRunningHere = (jobId: string): boolean => running.has(jobId);

/** Ends when all of it has ended. */
export const allEnded = async (): Promise<void> => {
  await Promise.all(running.values());
};
