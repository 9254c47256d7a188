import { rolesFollow } from '../access/follow';
import { DisclosureError } from '../errors';
import { updateWorkingCopy } from '../gate/working-copy';
import { transferPublication } from '../read-model/transfer-publication';
import { findDepartment } from '../reference-data/departments';
import { transferRosters } from '../rosters/references';
import type { Verb } from './verb';

/** 移交: when duties move (机构改革), the office hands the document to the department that takes over. */
export const transfer: Verb = {
  verb: 'transfer',
  label: '移交',
  from: ['draft', 'submitted', 'returned', 'approved', 'scheduled', 'published', 'withdrawn'],
  to: 'same',
  who: 'office',
  duty: 'supervisor',
  reason: 'required',
  async apply(context) {
    const { input, subject, strapi, now } = context;
    const department = input.department ? await findDepartment(strapi, input.department, now) : null;
    if (!department || department.code === subject.owner) {
      throw new DisclosureError('INVALID_INPUT', '请填写接收移交的部门（现行有效、且不是当前责任部门）');
    }
    const value = await updateWorkingCopy(context, {
      owner: department.code,
      version: subject.version + 1,
    });
    await transferPublication(context, department);
    await transferRosters(context, department.code);
    // the kind of the document may be new to the department that takes over
    await rolesFollow(strapi);
    return {
      documentId: String(subject.documentId),
      value,
      details: { from: subject.owner, to: department.code },
    };
  },
};
