import type { Told } from '../budgets/budgets.ts';

/** The words of the figures in a README, and how it writes them. */
export interface Words {
  readonly language: keyof Told;
  /** In front of the tables. */
  readonly intro: (facts: { date: string; machine: string; runs: number }) => string;
  readonly builds: string;
  /** A column of that table; a description that was made has no name. */
  readonly description: (name: string | undefined, operations: string) => string;
  readonly subject: string;
  readonly limit: string;
  readonly bareAstro: string;
  readonly astroCopy: string;
  readonly memory: (description: string) => string;
  readonly output: (description: string) => string;
  readonly unfinished: string;
  readonly failures: (list: readonly { subject: string; description: string; reason: string }[]) => string;
  readonly second: (facts: { description: string; guide: string; operation: string }) => string;
  readonly reload: (facts: { operations: string; seconds: string }) => string;
  readonly pages: (facts: { small: string; large: string }) => string;
  readonly pageHead: readonly string[];
  readonly bareHtml: string;
  readonly never: string;
  readonly consoles: string;
  readonly consoleHead: readonly string[];
  /** Above the budgets that are not met. */
  readonly budgets: (facts: { met: number; all: number }) => string;
  readonly budgetHead: readonly string[];
  readonly search: (facts: {
    operations: string;
    first: string;
    again: string;
    files: string;
    packed: string;
  }) => string;
  readonly sandbox: (facts: { streams: string; complete: string; first: string; seconds: string }) => string;
}

export const english: Words = {
  language: 'en',
  intro: ({ date, machine, runs }) =>
    `Printed by \`npm run bench\` on ${date}: ${machine}; ${runs === 1 ? 'one run' : `medians of ${runs} runs`}. Ratios of one run mean something, times of two machines don't. \`tests/bench/results/\` keeps the figures of each release for \`--compare\`.`,
  builds: 'CPU seconds of a build, and in brackets how many times those of the bare Astro site:',
  description: (name, operations) => `${name ?? 'made'}, ${operations}`,
  subject: 'build of',
  limit: 'plain script, unstyled',
  bareAstro: 'bare Astro site, three code blocks a page',
  astroCopy: 'Astro site that only copies the files of ours',
  memory: (description) => `peak MB, ${description}`,
  output: (description) => `output MB, ${description}`,
  unfinished: 'fails',
  failures: (list) =>
    `${list.map(({ subject, description, reason }) => `${subject} does not finish ${description}: ${reason}`).join('; ')}.`,
  second: ({ description, guide, operation }) =>
    `A second build of ${description} takes ${guide} of the first where one guide was changed, ${operation} where one operation was.`,
  reload: ({ operations, seconds }) =>
    `\`dev\` shows a saved description of ${operations} operations after ${seconds} s.`,
  pages: ({ small, large }) =>
    `One operation's page, of a description of ${small} / ${large} operations, until it says what it is about; *slow* is a CPU four times slower behind a fast 4G line:`,
  pageHead: ['page of', 'kB', 'requests', 'ms', 'slow ms', 'blocked, slow ms'],
  bareHtml: 'bare HTML of the same text',
  never: 'never',
  consoles: 'The console, with 20,000 events sent at once:',
  consoleHead: [
    'console',
    'kB with the press',
    'ready ms, slow',
    'pointer on the button before',
    'first word ms',
    'end ms',
    'longest task ms',
    'heap MB',
  ],
  budgets: ({ met, all }) =>
    `${met} of ${all} budgets of ours are met; tests keep those that are counted, not timed. The others, and why:`,
  budgetHead: ['budget', 'measured', 'why'],
  search: ({ operations, first, again, files, packed }) =>
    `In ${operations} operations the first results of a search come after ${first} ms with nothing fetched yet, and after ${again} ms then; the index is ${packed} kB in ${files} files.`,
  sandbox: ({ streams, complete, first, seconds }) =>
    `The sandbox sends ${complete} of ${streams} streams at once to their end in ${seconds} s, half of them begun after ${first} ms.`,
};

export const chinese: Words = {
  language: 'zh',
  intro: ({ date, machine, runs }) =>
    `由\`npm run bench\`于${date}给出：${machine}，${runs === 1 ? '运行一次' : `运行${runs}次取中位数`}。同一次运行中的比值有意义，不同机器的时间不可相比。\`tests/bench/results/\`保存每个版本的数据，供\`--compare\`使用。`,
  builds: '一次构建所用的CPU秒数，括号中为最简Astro网站的倍数：',
  description: (name, operations) => `${name ?? '生成的描述'}，${operations}`,
  subject: '构建',
  limit: '只写无样式网页的脚本',
  bareAstro: '最简Astro网站，每页三个代码块',
  astroCopy: '只照抄我们的文件的Astro网站',
  memory: (description) => `内存峰值MB，${description}`,
  output: (description) => `输出MB，${description}`,
  unfinished: '失败',
  failures: (list) =>
    `${list.map(({ subject, description, reason }) => `${subject}未能完成${description}：${reason}`).join('；')}。`,
  second: ({ description, guide, operation }) =>
    `再次构建${description}：只改一篇指南时用时是首次的${guide}，只改一个操作时是${operation}。`,
  reload: ({ operations, seconds }) => `保存一份有${operations}个操作的描述后，\`dev\`在${seconds}秒后显示。`,
  pages: ({ small, large }) =>
    `描述分别有${small} / ${large}个操作时，打开其中一个操作的页面、直到看见其内容所需的时间；“慢速”指处理器慢四倍、网络为快速4G：`,
  pageHead: ['页面', 'kB', '请求数', '毫秒', '慢速毫秒', '慢速时阻塞毫秒'],
  bareHtml: '同样文字的纯HTML',
  never: '未显示',
  consoles: '控制台一次收到两万个事件：',
  consoleHead: [
    '控制台',
    '打开后共kB',
    '慢速就绪毫秒',
    '指针先停在按钮上',
    '首个词毫秒',
    '结束毫秒',
    '最长任务毫秒',
    '堆内存MB',
  ],
  budgets: ({ met, all }) => `我们自定的${all}项预算达到${met}项，其中计数而非计时的由测试守住。未达到的及其原因：`,
  budgetHead: ['预算', '测得', '原因'],
  search: ({ operations, first, again, files, packed }) =>
    `在${operations}个操作中搜索，尚未取得任何索引时${first}毫秒后出现首批结果，之后为${again}毫秒；索引共${packed} kB，分为${files}个文件。`,
  sandbox: ({ streams, complete, first, seconds }) =>
    `沙盒同时发送${streams}个流，${seconds}秒内完成${complete}个，其中一半在${first}毫秒内开始。`,
};
