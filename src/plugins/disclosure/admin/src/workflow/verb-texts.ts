/** How a verb is asked for: its look, what the person is told before, what she enters, what she is told after. */
export type VerbText = {
  variant: 'default' | 'secondary' | 'tertiary' | 'success' | 'danger-light';
  /** without it the verb runs at once */
  ask?: string;
  words?: { field: 'reason' | 'comment'; label: string; placeholder: string };
  successor?: true;
  department?: true;
  /** takes the date and time of the publication */
  instant?: true;
  done: string;
};

/** Verbs in the order of their buttons; the server says which are on. */
export const VERB_TEXTS: Record<string, VerbText> = {
  submit: { variant: 'default', done: '已提交，等待本部门审核人员审核' },
  approve: {
    variant: 'default',
    ask: '审核通过后，由有发布职责的人员发布。',
    words: { field: 'comment', label: '审核意见', placeholder: '可以不填' },
    done: '审核通过，可以发布了',
  },
  publish: {
    variant: 'success',
    ask: '发布后立即对社会公开，并生成索引号。请确认内容准确，不含国家秘密、商业秘密和个人隐私。',
    done: '已发布，社会公众现在可以看到',
  },
  schedule: {
    variant: 'secondary',
    ask: '到设定的时间自动对社会公开，并生成索引号。在此之前可以取消定时，或者提前发布。',
    instant: true,
    done: '已设定定时发布，到时自动公开',
  },
  unschedule: {
    variant: 'tertiary',
    ask: '取消后不再自动公开，回到“待发布”。',
    words: { field: 'reason', label: '取消的原因', placeholder: '可以不填' },
    done: '已取消定时，仍可发布或者重新设定时间',
  },
  expedite: {
    variant: 'danger-light',
    ask: '紧急发布不等审核，立即对社会公开；发布后须由另一位审核人员补办审核。只用于突发事件等来不及审核的信息。',
    words: { field: 'reason', label: '紧急发布理由', placeholder: '写明为什么来不及先审核' },
    done: '已紧急发布，请通知审核人员补办审核',
  },
  ratify: {
    variant: 'success',
    ask: '该信息是紧急发布的，已经公开。请核对内容：没有问题的确认补办审核，有问题的请更正或者撤回。',
    words: { field: 'comment', label: '审核意见', placeholder: '可以不填' },
    done: '已补办审核',
  },
  return: {
    variant: 'danger-light',
    ask: '退回给录入人员修改。',
    words: { field: 'reason', label: '退回意见', placeholder: '请写明需要修改的内容' },
    done: '已退回，录入人员可以修改后重新提交',
  },
  correct: {
    variant: 'secondary',
    ask: '打开更正：修改后须重新提交、审核、发布。更正发布之前，现在公开的内容不变。',
    words: { field: 'reason', label: '更正理由', placeholder: '将随公开的版本记录一并公开，可以不填' },
    done: '可以修改了；更正发布之前，现在公开的内容不变',
  },
  discard: {
    variant: 'tertiary',
    ask: '放弃全部修改，工作稿恢复成现在公开的内容。放弃的修改留在“版本和差别”里，需要时可以找回。',
    done: '已放弃修改',
  },
  withdraw: {
    variant: 'danger-light',
    ask: '撤回后社会公众不能再看到正文，原地址显示撤回理由。',
    words: { field: 'reason', label: '撤回理由', placeholder: '将对社会公开，请写清楚' },
    successor: true,
    done: '已撤回',
  },
  transfer: {
    variant: 'tertiary',
    ask: '机构职能调整时，把该信息移交给承接职能的部门，今后由其负责。',
    words: { field: 'reason', label: '移交理由', placeholder: '如：机构改革，职能划转' },
    department: true,
    done: '已移交',
  },
};

/** Buttons that only appear when they can be used: others would only puzzle. */
export const SHOWN_WHEN_ON: ReadonlySet<string> = new Set([
  'discard',
  'transfer',
  'unschedule',
  'expedite',
  'ratify',
]);
