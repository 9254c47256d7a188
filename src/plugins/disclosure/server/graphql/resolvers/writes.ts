import type { Core } from '@strapi/strapi';
import { type RegisteredType, requireType } from '../../domain/registry';
import { perform } from '../../gate/perform';
import { parseMaskInput, parseVerbInput, parseWriteBody } from '../../http/body';
import { readState } from '../../http/type-controller';
import { maskPersonalData } from '../../privacy/mask-document';
import { WORKFLOW_VERBS, type WorkflowVerb } from '../../verbs';
import { attempt } from '../attempt';
import { authorise } from '../authorise';
import type { Resolver } from '../context';
import { namesOf, uidOfName } from '../schema/names';
import { mutationOfVerb } from '../schema/verbs';
import { given } from './arguments';

/** The plain writes of a type: the same gate, the same checks and the same answers as in REST. */
export function typeWrites(strapi: Core.Strapi, type: RegisteredType): Record<string, Resolver> {
  const { uid } = type;
  const { create, update, remove } = namesOf(type);
  return {
    [create]: (_root, args, context) =>
      attempt(strapi, { verb: 'create', uid }, async () => {
        await authorise(strapi, context, `${uid}.create`);
        const { data } = parseWriteBody(type, given(args));
        const result = await perform(strapi, { verb: 'create', uid, data });
        return readState(strapi, type, result.documentId);
      }),
    [update](_root, args, context) {
      const { documentId: id, ...body } = given(args);
      const documentId = String(id);
      return attempt(strapi, { verb: 'edit', uid, documentId }, async () => {
        await authorise(strapi, context, `${uid}.update`);
        const { data, input } = parseWriteBody(type, body);
        await perform(strapi, { verb: 'edit', uid, documentId, data, input });
        return readState(strapi, type, documentId);
      });
    },
    [remove](_root, args, context) {
      const { documentId: id, ...body } = given(args);
      const documentId = String(id);
      return attempt(strapi, { verb: 'delete', uid, documentId }, async () => {
        await authorise(strapi, context, `${uid}.delete`);
        await perform(strapi, { verb: 'delete', uid, documentId, input: parseVerbInput('delete', body) });
        return { documentId };
      });
    },
  };
}

/** A mutation for each verb; the type of the document is an argument. */
export const verbWrites = (strapi: Core.Strapi): Record<string, Resolver> => ({
  ...Object.fromEntries(WORKFLOW_VERBS.map((verb) => [mutationOfVerb(verb), verbWrite(strapi, verb)])),
  maskPersonalData: maskWrite(strapi),
});

const maskWrite =
  (strapi: Core.Strapi): Resolver =>
  (_root, args, context) => {
    const { type: name, documentId: id, ...body } = given(args);
    const type = requireType(strapi, uidOfName(name));
    const documentId = String(id);
    return attempt(strapi, { verb: 'edit', uid: type.uid, documentId }, async () => {
      await authorise(strapi, context, `${type.uid}.mask`);
      await maskPersonalData(strapi, type, documentId, parseMaskInput(body));
      return readState(strapi, type, documentId);
    });
  };

const verbWrite =
  (strapi: Core.Strapi, verb: WorkflowVerb): Resolver =>
  (_root, args, context) => {
    const { type: name, documentId: id, ...body } = given(args);
    const type = requireType(strapi, uidOfName(name));
    const { uid } = type;
    const documentId = String(id);
    return attempt(strapi, { verb, uid, documentId }, async () => {
      await authorise(strapi, context, `${uid}.verb`);
      await perform(strapi, { verb, uid, documentId, input: parseVerbInput(verb, body) });
      return readState(strapi, type, documentId);
    });
  };
