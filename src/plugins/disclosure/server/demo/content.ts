import type { Core } from '@strapi/strapi';
import type { DemoEntry, DomainManifest } from '../domain/manifest';
import { allDomains } from '../domain/registry';
import { toMember } from '../gate/actor';
import { perform } from '../gate/perform';
import { runAs } from '../gate/storage';
import { reviewerOf } from '../reference-data/departments';
import { todayInShanghai } from '../rules/dates';
import type { DocumentUid, Member, Values, VerbName } from '../types';
import { MEMBERSHIP } from './accounts';

const store = (strapi: Core.Strapi) => strapi.store({ type: 'plugin', name: 'disclosure' });
const keyOf = (domain: DomainManifest) => `demo:${domain.slug}`;

/**
 * Enters the demo content of every domain as the responsible departments would: each step by a member
 * with her duty, through the gate. A start that was interrupted goes on where it stopped.
 */
export async function loadDemoContent(strapi: Core.Strapi): Promise<void> {
  for (const domain of allDomains(strapi)) {
    if (domain.demo) await loadDomain(strapi, domain, domain.demo(todayInShanghai()));
  }
}

async function loadDomain(
  strapi: Core.Strapi,
  domain: DomainManifest,
  entries: readonly DemoEntry[],
): Promise<void> {
  const key = keyOf(domain);
  const loaded = ((await store(strapi).get({ key })) ?? {}) as Record<string, string>;
  const documentIdOf = (entry: string) => {
    const documentId = loaded[entry];
    if (!documentId) throw new Error(`演示数据:${entry} 尚未录入`);
    return documentId;
  };
  for (const entry of entries) {
    if (loaded[entry.key]) continue;
    const uid = `plugin::${domain.slug}.${entry.type}` as DocumentUid;
    await strapi.db.transaction(async () => {
      loaded[entry.key] = await publish(strapi, uid, entry.actor, entry.data(documentIdOf));
      await store(strapi).set({ key, value: loaded });
    });
  }
}

async function publish(
  strapi: Core.Strapi,
  uid: DocumentUid,
  department: string,
  data: Values,
): Promise<string> {
  const { editor, reviewer, publisher } = await colleagues(strapi, department);
  const act = (member: Member, verb: VerbName, documentId?: string, values?: Values) =>
    runAs(member, () => perform(strapi, { verb, uid, documentId, data: values }));
  const { documentId } = await act(editor, 'create', undefined, data);
  await act(editor, 'submit', documentId);
  await act(reviewer, 'approve', documentId);
  await act(publisher, 'publish', documentId);
  return documentId;
}

type Colleagues = Record<'editor' | 'reviewer' | 'publisher', Member>;

/** Who brings an entry of a department to publication; the regulator reviews that of a public institution. */
async function colleagues(strapi: Core.Strapi, department: string): Promise<Colleagues> {
  const find = async (where: Values) => {
    const membership = await strapi.db.query(MEMBERSHIP).findOne({ where: { active: true, ...where } });
    const member = membership ? await toMember(strapi, membership, 'job') : null;
    if (!member) throw new Error(`演示数据:部门 ${department} 没有演示账号`);
    return member;
  };
  return {
    editor: await find({ department, editor: true, reviewer: false }),
    reviewer: await find({ department: await reviewerOf(strapi, department), reviewer: true }),
    publisher: await find({ department, publisher: true }),
  };
}
