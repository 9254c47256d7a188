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
import { addDemoPdf } from './demo-pdf';

const store = (strapi: Core.Strapi) => strapi.store({ type: 'plugin', name: 'disclosure' });
const keyOf = (domain: DomainManifest) => `demo:${domain.slug}`;

/**
 * Enters the demo content of every domain as the responsible departments would: each step by a member
 * with her duty, through the gate. A start that was interrupted goes on where it stopped.
 */
export async function loadDemoContent(strapi: Core.Strapi): Promise<void> {
  for (const domain of allDomains(strapi)) {
    if (!domain.demo) continue;
    await domain.beforeDemo?.(strapi);
    await loadDomain(strapi, domain, domain.demo(todayInShanghai()));
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
    if (!documentId) throw new Error(`演示数据：${entry} 尚未录入`);
    return documentId;
  };
  for (const entry of entries) {
    if (loaded[entry.key]) continue;
    await strapi.db.transaction(async () => {
      loaded[entry.key] = await publish(strapi, domain, entry, documentIdOf);
      await store(strapi).set({ key, value: loaded });
    });
  }
}

/** Brings an entry, and what goes with it, to publication by the steps that its department would take. */
async function publish(
  strapi: Core.Strapi,
  domain: DomainManifest,
  entry: DemoEntry,
  documentIdOf: (key: string) => string,
): Promise<string> {
  const { editor, reviewer, publisher } = await colleagues(strapi, entry.actor);
  const uidOf = (type: string) => `plugin::${domain.slug}.${type}` as DocumentUid;
  const act = (member: Member, verb: VerbName, type: string, documentId?: string, data?: Values) =>
    runAs(member, () => perform(strapi, { verb, uid: uidOf(type), documentId, data }));
  const approve = async (type: string, data: Values): Promise<string> => {
    const { documentId } = await act(editor, 'create', type, undefined, data);
    await act(editor, 'submit', type, documentId);
    await act(reviewer, 'approve', type, documentId);
    return documentId;
  };
  const files = entry.pdf ? { attachments: [await addDemoPdf(strapi, entry.pdf)] } : {};
  const documentId = await approve(entry.type, { ...entry.data(documentIdOf), ...files });
  for (const companion of entry.with ?? []) await approve(companion.type, companion.data(documentId));
  await act(publisher, 'publish', entry.type, documentId);
  return documentId;
}

type Colleagues = Record<'editor' | 'reviewer' | 'publisher', Member>;

/** Who brings an entry of a department to publication; the regulator reviews that of a public institution. */
async function colleagues(strapi: Core.Strapi, department: string): Promise<Colleagues> {
  const find = async (where: Values) => {
    const membership = await strapi.db.query(MEMBERSHIP).findOne({ where: { active: true, ...where } });
    const member = membership ? await toMember(strapi, membership, 'job') : null;
    if (!member) throw new Error(`演示数据：部门 ${department} 没有演示账号`);
    return member;
  };
  return {
    editor: await find({ department, editor: true, reviewer: false }),
    reviewer: await find({ department: await reviewerOf(strapi, department), reviewer: true }),
    publisher: await find({ department, publisher: true }),
  };
}
