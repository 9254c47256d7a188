/**
 * What the panel's pages and the server say to each other. Types only, and no imports: the panel's build
 * must not depend on the server's code.
 */

export type PasswordPolicy = {
  minLength: number;
  classes: number;
  history: number;
  maxAgeDays: number | null;
};

/** What is to be done before anything else is answered. */
export type NextStep = 'password' | 'second-factor' | null;

export type SignInAnswer = { token: string; next: NextStep };

export type PersonState = 'active' | 'initial' | 'locked' | 'disabled';

export type Person = {
  /** of the membership; `admin-<number>` for an administrator without one */
  id: string;
  name: string;
  /** the sign-in name in the panel; null where there is no account of the panel */
  email: string | null;
  /** a business system's account of the API, or its token */
  hasApiAccount: boolean;
  department: string | null;
  departmentName: string | null;
  duties: string[];
  isAdministrator: boolean;
  state: PersonState;
  /** until when sign-in is locked, ISO 8601 */
  lockedUntil: string | null;
  hasSecondFactor: boolean;
  /** she is obliged to have one */
  needsSecondFactor: boolean;
  lastSignInAt: string | null;
  sessions: number;
  /** why the signed-in person may not change this one; null: she may */
  whyNot: string | null;
};

export type PeoplePage = {
  data: Person[];
  meta: { page: number; pageSize: number; total: number };
};

/** What became of an act; `initialPassword` is told this once. */
export type PersonAnswer = { person: Person; initialPassword?: string };

export type ImportedPerson = {
  line: number;
  name: string;
  email: string;
  department: string;
  duties: string;
  outcome: 'ready' | 'created' | 'exists' | 'failed';
  message: string | null;
  initialPassword?: string;
};

export type PeopleImport = {
  notes: string[];
  rows: ImportedPerson[];
  counts: { ready: number; created: number; exists: number; failed: number };
};

export type PanelSession = {
  id: string;
  device: string | null;
  address: string | null;
  startedAt: string;
  lastUsedAt: string;
  isCurrent: boolean;
};

/** Her own account. */
export type MyAccount = {
  name: string;
  email: string;
  departmentName: string | null;
  dutyNames: string[];
  next: NextStep;
  passwordSetAt: string | null;
  policy: PasswordPolicy;
  secondFactor: { isOn: boolean; isRequired: boolean; recoveryCodes: number };
  idleMinutes: number;
};

/** A second factor that is begun: the address as QR code (a `data:` picture) and the secret to type. */
export type SecondFactorSetup = { qrCode: string; secret: string };
export type RecoveryCodes = { recoveryCodes: string[] };
