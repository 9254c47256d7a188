import { Typography } from '@strapi/design-system';
import type { DeskPresence } from '../../../server/desk/contract';
import { shanghaiTime } from '../shell/dates';
import type { AutosaveState } from './autosave';

/** The clock's part of a time that is shown as `YYYY-MM-DD HH:mm`. */
const clock = (instant: string): string => shanghaiTime(instant).slice(-5);

/** When the form was kept last, or that it could not be; and who else is typing. */
export function AutosaveLine({
  state,
  paused,
  others,
}: {
  state: AutosaveState;
  /** an older unsaved text waits for a decision */
  paused: boolean;
  others: readonly DeskPresence[];
}) {
  return (
    <>
      <Typography
        variant="pi"
        textColor={state.kind === 'failed' ? 'danger600' : 'neutral600'}
        role="status"
        aria-live="polite"
      >
        {textOf(state, paused)}
      </Typography>
      {others.length > 0 ? (
        <Typography variant="pi" textColor="warning600" role="note">
          {`${others.map(({ name }) => name).join('、')} 正在编辑（${clock(others[0]?.savedAt ?? '')}），保存前请互相告知`}
        </Typography>
      ) : null}
    </>
  );
}

function textOf(state: AutosaveState, paused: boolean): string {
  if (paused) return '请先恢复或放弃上面的修改，再开始自动暂存';
  switch (state.kind) {
    case 'kept':
      return `${clock(state.at)} 已自动暂存`;
    case 'failed':
      return state.again ? `没有暂存：${state.why}。正在重试，请不要关闭页面` : `没有暂存：${state.why}`;
    default:
      return '';
  }
}
