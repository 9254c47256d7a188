import { updateWorkingCopy } from '../gate/working-copy';
import type { Values } from '../types';
import type { VerbContext, VerbResult } from './verb';

/** Writes a change of state into the working copy; every verb counts the version up. */
export async function advance(context: VerbContext, values: Values): Promise<VerbResult> {
  const { subject } = context;
  const value = await updateWorkingCopy(context, { ...values, version: subject.version + 1 });
  return { documentId: String(subject.documentId), value };
}
