import { plainPage as page } from '../../../disclosure/server/http/plain-page';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import { FREQUENCIES, FREQUENCY_NAMES, type Frequency } from '../frequency';

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;

const form = (action: string, token: string, content: string): string =>
  `<form method="post" action="/api/subscriptions/${action}">${hidden('token', token)}${content}</form>`;

/** A subscription as its own person reads it. */
export type Managed = { token: string; text: string; frequency: Frequency };

/** Something to read. */
export const messagePage = (title: string, text: string): string => page(title, `<p>${escapeHtml(text)}</p>`);

/** Only pressing the button confirms: programs that look at mails open every link in them. */
export const confirmPage = ({ token, text, frequency }: Managed): string =>
  page(
    '确认订阅',
    `<section><h2>${escapeHtml(text)}</h2><p>接收方式：${FREQUENCY_NAMES[frequency]}</p></section>
<p>按下面的按钮，开始接收这些新公开的信息。每封邮件里都可以一键退订。</p>${form('confirm', token, '<button>确认订阅</button>')}`,
  );

export const unsubscribePage = (token: string): string =>
  page(
    '退订',
    `<p>按下面的按钮退订。退订后不再发送邮件,您的邮箱也从本系统删除。</p>${form('unsubscribe', token, '<button>确认退订</button>')}`,
  );

/** Everything that an address has subscribed to. */
export const managePage = (subscriptions: readonly Managed[], saved = false): string =>
  page(
    '我的订阅',
    [
      saved ? '<p role="status">已保存。</p>' : '',
      ...subscriptions.map(sectionOf),
      subscriptions.length > 1
        ? form(
            'manage',
            String(subscriptions[0]?.token),
            `${hidden('act', 'remove-all')}<button class="plain">全部退订</button>`,
          )
        : '',
    ].join('\n'),
  );

const sectionOf = ({ token, text, frequency }: Managed, index: number): string => {
  const options = FREQUENCIES.map(
    (value) =>
      `<option value="${value}"${value === frequency ? ' selected' : ''}>${FREQUENCY_NAMES[value]}</option>`,
  );
  const choice = `${hidden('act', 'frequency')}<label for="f${index}">接收方式</label> <select id="f${index}" name="frequency">${options.join('')}</select><button class="plain">保存</button>`;
  return `<section><h2>${escapeHtml(text)}</h2>${form('manage', token, choice)}${form('unsubscribe', token, '<button class="plain">退订这一项</button>')}</section>`;
};
