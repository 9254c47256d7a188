import type { Progress } from '../../plugins/imports/server/jobs/run-import';

/** Milliseconds between two lines of progress: on a terminal one line is written over, elsewhere lines follow. */
const EVERY = { terminal: 200, plain: 5_000 };

/** Shows how far an import is; `end` leaves the last state on a line of its own. */
export function progressLine(out: NodeJS.WriteStream): {
  show: (progress: Progress) => void;
  end: () => void;
} {
  const begin = Date.now();
  let shown = begin;
  let last: Progress | null = null;
  const write = (progress: Progress) => {
    const line = describe(progress, Date.now() - begin);
    out.write(out.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
    shown = Date.now();
  };
  return {
    show(progress) {
      last = progress;
      if (Date.now() - shown >= (out.isTTY ? EVERY.terminal : EVERY.plain)) write(progress);
    },
    end() {
      if (last) write(last);
      if (out.isTTY) out.write('\n');
    },
  };
}

export function describe({ processed, total, counts }: Progress, ms: number): string {
  const share = total === 0 ? 100 : Math.floor((processed / total) * 100);
  const speed = Math.round((processed / Math.max(ms, 1)) * 1000);
  const left = speed > 0 ? `,约剩${Math.ceil((total - processed) / speed)}秒` : '';
  return `${processed}/${total}(${share}%) 已导入${counts.created},未导入${counts.failed},每秒${speed}条${processed < total ? left : ''}`;
}
