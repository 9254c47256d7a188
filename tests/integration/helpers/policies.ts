import type {
  DocumentUid,
  Member,
  Values,
  VerbInput,
  VerbName,
} from '../../../src/plugins/disclosure/server/types';
import { act } from './documents';
import { demoMember } from './people';
import type { Product } from './product';

const uidOf = (type: string) => `plugin::policy.${type}` as DocumentUid;
export const DOCUMENT = uidOf('normative-document');
export const INTERPRETATION = uidOf('interpretation');
export const CLEANUP = uidOf('cleanup-batch');
export const GAZETTE = uidOf('gazette-issue');
export const OFFICER = uidOf('policy-officer');

/** Values of a complete document that needs no interpretation. */
export const documentValues = (more: Values = {}): Values => ({
  title: '测试用的规范性文件',
  catalogueItem: 'L05-01',
  formedOn: '2024-01-02',
  effectiveOn: '2024-02-01',
  interpretationPlan: 'exempt',
  interpretationReason: '测试用,不作解读',
  body: '<p>第一条 测试。</p>',
  ...more,
});

export const interpretationValues = (interprets: string, more: Values = {}): Values => ({
  title: '测试用的政策解读',
  interprets,
  form: 'text',
  formedOn: '2024-01-02',
  interpreter: '区财政局',
  body: '<p>主要内容。</p>',
  ...more,
});

export type Desk = {
  editor: Member;
  reviewer: Member;
  create: (uid: DocumentUid, data: Values) => Promise<string>;
  approve: (uid: DocumentUid, data: Values) => Promise<string>;
  publish: (uid: DocumentUid, data: Values) => Promise<string>;
  /** one step by the reviewer, who publishes as well */
  verb: (verb: VerbName, uid: DocumentUid, documentId: string, input?: VerbInput) => Promise<unknown>;
  edit: (uid: DocumentUid, documentId: string, data: Values) => Promise<unknown>;
};

/** The people of a department at work on the document library. */
export async function deskOf({ strapi }: Product, department: string): Promise<Desk> {
  const editor = await demoMember(strapi, `${department}-editor`);
  const reviewer = await demoMember(strapi, `${department}-reviewer`);
  const create = async (uid: DocumentUid, data: Values) =>
    (await act(strapi, editor, { verb: 'create', uid, data })).documentId;
  const approve = async (uid: DocumentUid, data: Values) => {
    const documentId = await create(uid, data);
    await act(strapi, editor, { verb: 'submit', uid, documentId });
    await act(strapi, reviewer, { verb: 'approve', uid, documentId });
    return documentId;
  };
  const verb: Desk['verb'] = (name, uid, documentId, input) =>
    act(strapi, reviewer, { verb: name, uid, documentId, ...(input ? { input } : {}) });
  return {
    editor,
    reviewer,
    create,
    approve,
    verb,
    edit: (uid, documentId, data) => act(strapi, editor, { verb: 'edit', uid, documentId, data }),
    async publish(uid, data) {
      const documentId = await approve(uid, data);
      await verb('publish', uid, documentId);
      return documentId;
    },
  };
}
