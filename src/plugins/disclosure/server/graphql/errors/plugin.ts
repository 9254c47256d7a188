import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../errors';
import type { ApolloPlugin } from '../apollo';
import { recordOnce } from '../attempt';
import { attemptsOf } from './attempts';
import { isCallersFault, markAsMutation } from './format';
import { isMutation } from './is-mutation';
import { translate } from './messages';

/**
 * A mutation that is wrong in itself (an attribute that nobody knows, words where a number belongs) never
 * reaches a resolver: it is refused as a wrong body of REST is, and stands in the audit log as that does.
 */
export const createErrorsPlugin = (strapi: Core.Strapi): ApolloPlugin => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ document, request, errors }) {
        if (!document || !isMutation(document, request.operationName)) return;
        errors.forEach(markAsMutation);
        const wrong = errors.find(isCallersFault);
        if (!wrong) return;
        for (const attempted of attemptsOf(strapi, document, request.variables)) {
          await recordOnce(strapi, attempted, new DisclosureError('INVALID_INPUT', translate(wrong.message)));
        }
      },
    };
  },
});
