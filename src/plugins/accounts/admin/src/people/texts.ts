import type { Person, PersonState } from '../../../server/contract';

export const DUTY_OPTIONS = [
  { value: 'editor', label: '采集' },
  { value: 'reviewer', label: '审核' },
  { value: 'publisher', label: '发布' },
  { value: 'supervisor', label: '公开办' },
  { value: 'auditor', label: '审计' },
];

export const STATE_OPTIONS: { value: PersonState; label: string }[] = [
  { value: 'active', label: '正常' },
  { value: 'initial', label: '待设密码' },
  { value: 'locked', label: '已锁定' },
  { value: 'disabled', label: '已停用' },
];

const labelOf = (options: readonly { value: string; label: string }[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

export const stateName = (state: PersonState): string => labelOf(STATE_OPTIONS, state);

export const dutyNames = ({ duties, isAdministrator }: Person): string =>
  [...(isAdministrator ? ['系统管理员'] : []), ...duties.map((duty) => labelOf(DUTY_OPTIONS, duty))].join(
    '、',
  );

export type PersonActName =
  | 'change'
  | 'move'
  | 'disable'
  | 'enable'
  | 'reset-password'
  | 'reset-second-factor'
  | 'unlock'
  | 'end-sessions';

type ActTexts = { label: string; ask: string; needs?: 'reason' | 'department'; danger?: true };

export const ACT_TEXTS: Record<Exclude<PersonActName, 'change'>, ActTexts> = {
  move: {
    label: '调到其他部门',
    ask: '她录入的信息仍归原部门，没有办完的草稿由原部门继续；调动后须重新登录。',
    needs: 'department',
  },
  disable: {
    label: '停用',
    ask: '停用后立即不能登录后台和接口，正在使用的登录同时结束。录入过的信息和办理记录不变。',
    needs: 'reason',
    danger: true,
  },
  enable: { label: '恢复使用', ask: '恢复后可以用原来的密码登录。' },
  'reset-password': {
    label: '重置密码',
    ask: '生成一个新的初始密码，只显示一次；原密码作废，正在使用的登录结束，下次登录时须设置自己的密码。',
    needs: 'reason',
    danger: true,
  },
  'reset-second-factor': {
    label: '重置动态码',
    ask: '原来绑定的手机和备用码作废，登录结束。请先当面或电话核实是本人。',
    needs: 'reason',
    danger: true,
  },
  unlock: { label: '解锁', ask: '立即可以再试登录。' },
  'end-sessions': { label: '结束全部登录', ask: '在所有设备上立即退出，须重新登录。', danger: true },
};

/** What can be done to a person now. */
export function possibleActs(person: Person): PersonActName[] {
  const isMember = person.department !== null;
  const hasAccount = person.email !== null;
  const acts: [PersonActName, boolean][] = [
    ['change', isMember],
    ['move', isMember],
    ['unlock', person.state === 'locked'],
    ['reset-password', hasAccount && person.state !== 'disabled'],
    ['reset-second-factor', person.hasSecondFactor],
    ['end-sessions', person.sessions > 0],
    ['disable', person.state !== 'disabled'],
    ['enable', person.state === 'disabled'],
  ];
  return acts.filter(([, isPossible]) => isPossible).map(([name]) => name);
}
