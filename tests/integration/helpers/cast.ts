import type { Duty } from '../../../src/plugins/disclosure/server/types';
import {
  type Credentials,
  makeApiUser,
  makeMember,
  makePanelUser,
  makeToken,
  NOBODY,
  signInApi,
  signInPanel,
} from './people';
import type { Product } from './product';

/**
 * Everybody who may try, and where she has a way in: the API, the panel, or both. The documents of the
 * matrix belong to housing-construction.
 */
export const WAYS_IN = {
  anonymous: ['api', 'panel'],
  'API user without a department': ['api'],
  'API user without role and department': ['api'],
  'panel user without a department': ['panel'],
  'full-access token without a department': ['api'],
  'token of the owner (editor)': ['api'],
  'inactive member of the owner': ['api'],
  'owner editor': ['api', 'panel'],
  'owner reviewer and publisher': ['api', 'panel'],
  'owner reviewer only': ['api'],
  'owner publisher only': ['api'],
  'editor of another responsible department': ['api', 'panel'],
  'reviewer of another responsible department': ['api', 'panel'],
  'editor of a department not responsible': ['api', 'panel'],
  'reviewer of a department not responsible': ['api', 'panel'],
  'office supervisor': ['api', 'panel'],
  'super admin of the panel': ['panel'],
} as const satisfies Record<string, readonly ('api' | 'panel')[]>;
export type Role = keyof typeof WAYS_IN;
export const ROLES = Object.keys(WAYS_IN) as Role[];

/** What somebody can show at the API and at the panel. */
export type Access = { api?: Credentials; panel?: Credentials };
export type Cast = Record<Role, Access>;

export const OWNER = 'housing-construction';
const ALSO_RESPONSIBLE = 'audit';
const NOT_RESPONSIBLE = 'civil-affairs';

/** Signs everybody in. */
export async function gatherCast(product: Product): Promise<Cast> {
  const { demoPassword, adminPassword, strapi } = product;
  const demo = async (account: string): Promise<Access> => {
    const email = `${account}@example.test`;
    return {
      api: await signInApi(product, email, demoPassword),
      panel: await signInPanel(product, email, demoPassword),
    };
  };
  const stranger = async (name: string, role?: string): Promise<Access> => {
    await makeApiUser(product, `${name}@example.test`, role);
    return { api: await signInApi(product, `${name}@example.test`, demoPassword) };
  };
  const colleague = async (name: string, duties: Duty[], active = true): Promise<Access> => {
    const { id } = await makeApiUser(product, `${name}@example.test`);
    await makeMember(strapi, { department: OWNER, duties, apiUser: id, active });
    return { api: await signInApi(product, `${name}@example.test`, demoPassword) };
  };
  const panelStranger = async (): Promise<Access> => {
    await makePanelUser(product, 'panel-stranger@example.test', 'disclosure-department');
    return { panel: await signInPanel(product, 'panel-stranger@example.test', demoPassword) };
  };
  const boundToken = async (): Promise<Access> => {
    const token = await makeToken(product, 'owner');
    await makeMember(strapi, { department: OWNER, duties: ['editor'], apiToken: token.id });
    return { api: token };
  };
  return {
    anonymous: { api: NOBODY, panel: NOBODY },
    'API user without a department': await stranger('stranger'),
    'API user without role and department': await stranger('newcomer', 'authenticated'),
    'panel user without a department': await panelStranger(),
    'full-access token without a department': { api: await makeToken(product, 'unbound') },
    'token of the owner (editor)': await boundToken(),
    'inactive member of the owner': await colleague('former', ['editor', 'reviewer', 'publisher'], false),
    'owner editor': await demo(`${OWNER}-editor`),
    'owner reviewer and publisher': await demo(`${OWNER}-reviewer`),
    'owner reviewer only': await colleague('reviewer-only', ['reviewer']),
    'owner publisher only': await colleague('publisher-only', ['publisher']),
    'editor of another responsible department': await demo(`${ALSO_RESPONSIBLE}-editor`),
    'reviewer of another responsible department': await demo(`${ALSO_RESPONSIBLE}-reviewer`),
    'editor of a department not responsible': await demo(`${NOT_RESPONSIBLE}-editor`),
    'reviewer of a department not responsible': await demo(`${NOT_RESPONSIBLE}-reviewer`),
    'office supervisor': await demo('office-supervisor'),
    'super admin of the panel': { panel: await signInPanel(product, 'admin@example.test', adminPassword) },
  };
}
