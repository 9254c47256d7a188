import type { Core } from '@strapi/strapi';
import demo from '../../../../../database/seeds/demo/major-construction-projects.json';
import { toMember } from '../gate/actor';
import { perform } from '../gate/perform';
import { runAs } from '../gate/storage';
import { addDays, todayInShanghai } from '../rules/dates';
import type { DocumentUid, Member, Values, VerbName } from '../types';
import { MEMBERSHIP } from './accounts';

const PROJECT = 'plugin::major-construction-projects.project' as DocumentUid;
const RECORD = 'plugin::major-construction-projects.record' as DocumentUid;
const DONE = 'demo-content';

/** Values ending in DaysAgo are days counted back from today: the demo stays as late as it was meant. */
function datesOf(values: Values, today: string): Values {
  const entries = Object.entries(values).map(([name, value]): [string, unknown] =>
    name.endsWith('DaysAgo') ? [name.replace(/DaysAgo$/, 'On'), addDays(today, -Number(value))] : [name, value],
  );
  return Object.fromEntries(entries);
}

/**
 * Enters the demo content as the responsible departments would: every step by a member with her duty,
 * through the gate. What is there already (the start was interrupted) is not entered again.
 */
export async function loadDemoContent(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'disclosure' });
  if (await store.get({ key: DONE })) return;
  const today = todayInShanghai();
  for (const { actor, data, records } of demo.projects) {
    const projectData = datesOf(data, today);
    const project = await publishOnce(strapi, PROJECT, actor, projectData, { projectCode: projectData.projectCode });
    for (const record of records) {
      const { actor: department, attributes, ...values } = record;
      const recordData: Values = { ...datesOf(values, today), ...datesOf(attributes, today), project };
      await publishOnce(strapi, RECORD, department, recordData, { project, title: values.title });
    }
  }
  await store.set({ key: DONE, value: true });
}

async function publishOnce(
  strapi: Core.Strapi,
  uid: DocumentUid,
  department: string,
  data: Values,
  same: Values,
): Promise<string> {
  const existing = await strapi.db.query(uid).findOne({ where: { ...same, publishedAt: null } });
  if (existing) return existing.documentId;
  const { editor, reviewer } = await colleagues(strapi, department);
  const act = (member: Member, verb: VerbName, documentId?: string, values?: Values) =>
    runAs(member, () => perform(strapi, { verb, uid, documentId, data: values }));
  return strapi.db.transaction(async () => {
    const { documentId } = await act(editor, 'create', undefined, data);
    await act(editor, 'submit', documentId);
    await act(reviewer, 'approve', documentId);
    await act(reviewer, 'publish', documentId);
    return documentId;
  });
}

async function colleagues(strapi: Core.Strapi, department: string): Promise<{ editor: Member; reviewer: Member }> {
  const find = async (where: Values) => {
    const membership = await strapi.db.query(MEMBERSHIP).findOne({ where: { department, active: true, ...where } });
    const member = membership ? await toMember(strapi, membership, 'job') : null;
    if (!member) throw new Error(`演示数据:部门 ${department} 没有演示账号`);
    return member;
  };
  return { editor: await find({ editor: true, reviewer: false }), reviewer: await find({ reviewer: true }) };
}
