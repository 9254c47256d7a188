import type { ChoiceOption, DeskType, Worklist } from '../../../server/desk/contract';

/**
 * What the panel knows of the signed-in person outside of React: Strapi's hooks for menus, filters and
 * permissions are plain functions. Filled before the first page shows, at every sign-in.
 */
type Session = {
  types: readonly DeskType[];
  departments: readonly ChoiceOption[];
  states: readonly ChoiceOption[];
};

let session: Session | null = null;

type Get = (url: string) => Promise<{ data: { data: unknown } }>;

/** Asks the server who is signed in; without an answer nothing is hidden, and the server still refuses. */
export async function loadSession(get: Get): Promise<void> {
  session = null;
  const [worklist, departments, states] = await Promise.all([
    get('/disclosure/desk'),
    get('/disclosure/choices/departments'),
    get('/disclosure/choices/states'),
  ]);
  session = {
    types: (worklist.data.data as Worklist).types,
    departments: departments.data.data as ChoiceOption[],
    states: states.data.data as ChoiceOption[],
  };
}

const findType = (uid: string): DeskType | undefined => session?.types.find((type) => type.uid === uid);

/** Whether a content type belongs in the person's menu; what is no disclosure type is Strapi's to decide. */
export const isOpen = (uid: string): boolean => findType(uid)?.open ?? true;

/** The code of a type's domain; empty for what is no disclosure type. */
export const codeOf = (uid: string): string => findType(uid)?.code ?? '';

/** Whether a type is of the domain with which the person's department has most to do. */
export const isMain = (uid: string): boolean => findType(uid)?.main ?? false;

export const mayCreate = (uid: string): boolean => findType(uid)?.mayCreate ?? true;

/** Whether the person enters information at all; not known: she may. */
export const entersAnything = (): boolean => session?.types.some((type) => type.mayCreate) ?? true;

export const knownDepartments = (): readonly ChoiceOption[] => session?.departments ?? [];

export const knownStates = (): readonly ChoiceOption[] => session?.states ?? [];
