import {
  cpuPerOperation,
  cpuTo,
  firstResults,
  indexFetched,
  ofConsole,
  ofGithub,
  ofPage,
  pageGrowth,
  type Read,
  secondBuild,
  streamMemory,
  visibleToBareHtml,
  visibleToConsoles,
} from './readings.ts';

/** A text in the languages of the READMEs. */
export interface Told {
  readonly en: string;
  readonly zh: string;
}

/** What Curlew may take. */
export interface Budget {
  readonly what: Told;
  /** Met up to this. */
  readonly most: number;
  /** As it stands behind a number: ` kB`, `×`. */
  readonly unit: string;
  readonly read: Read;
  /** What stands in the way, where it is not met. */
  readonly why?: Told;
}

/**
 * What is fast enough to be called so. The share of a peer: half of Blume's CPU and an eighth of Starlight's; an eighth
 * of the time of the best page with a console. "Linear" allows 30 % an operation, "flat" half as much again for fifty
 * times the events.
 */
export const budgets: readonly Budget[] = [
  {
    what: { en: 'operation page, script before any press', zh: '操作页，点按之前的脚本' },
    most: 6,
    unit: ' kB',
    read: ofPage('scriptBytes', 'default', 1000),
  },
  {
    what: { en: 'operation page, all bytes', zh: '操作页，全部字节' },
    most: 30,
    unit: ' kB',
    read: ofPage('bytes', 'default', 1000),
  },
  { what: { en: 'operation page, requests', zh: '操作页，请求数' }, most: 6, unit: '', read: ofPage('requests') },
  { what: { en: 'operation page, elements', zh: '操作页，元素数' }, most: 5000, unit: '', read: ofPage('elements') },
  {
    what: { en: 'operation page, bytes in a large description to a small one', zh: '操作页，大描述与小描述的字节之比' },
    most: 1.15,
    unit: '×',
    read: pageGrowth,
  },
  {
    what: { en: 'operation visible, slow, to bare HTML', zh: '慢速时看见操作所需时间，与纯HTML之比' },
    most: 1.5,
    unit: '×',
    read: visibleToBareHtml,
    why: {
      en: 'The policy allows no inline style or script: the style sheet, and the script that keeps a chosen theme from flashing, cost a round trip of 165 ms before the first frame, which bare HTML has not.',
      zh: '页面策略不允许内联样式和脚本：样式表与防止主题闪烁的脚本在首帧之前要多一次165毫秒的往返，纯HTML没有。',
    },
  },
  {
    what: {
      en: 'operation visible, slow, to the best page with a console',
      zh: '慢速时看见操作所需时间，与最快的带控制台的页面之比',
    },
    most: 1 / 8,
    unit: '×',
    read: visibleToConsoles,
    why: {
      en: 'The same round trip: bare HTML by itself takes a tenth of that page.',
      zh: '同一次往返：纯HTML本身已是该页面的十分之一。',
    },
  },
  { what: { en: 'operation page, layout shift', zh: '操作页，布局偏移' }, most: 0, unit: '', read: ofPage('shift') },
  { what: { en: 'operation page, blocked', zh: '操作页，阻塞' }, most: 0, unit: ' ms', read: ofPage('blocking') },
  {
    what: { en: 'operation page, blocked, slow', zh: '操作页，慢速时阻塞' },
    most: 0,
    unit: ' ms',
    read: ofPage('blocking', 'slow'),
    why: {
      en: 'The first frame is one task, style and layout of the whole page: 30 ms, 120 on the slowed CPU, of which browsers count what is beyond 50.',
      zh: '首帧是一个任务，包含整页的样式与布局：30毫秒，慢速处理器上为120毫秒，浏览器计入超过50毫秒的部分。',
    },
  },
  {
    what: { en: 'console, bytes with the press', zh: '控制台，点按后的字节' },
    most: 45,
    unit: ' kB',
    read: ofConsole(({ pressBytes }) => pressBytes / 1000),
  },
  {
    what: { en: 'console, ready on a CPU slowed four times', zh: '控制台，处理器慢四倍时就绪' },
    most: 100,
    unit: ' ms',
    read: ofConsole(({ ready }) => ready),
    why: {
      en: 'The press comes out of nowhere here. Where the pointer rests on the button first, its code is there already: the column beside it.',
      zh: '这里的点按没有任何预兆。指针先停在按钮上时，代码已经就绪：见其旁一列。',
    },
  },
  {
    what: { en: 'stream of 20,000, first word after the first byte', zh: '两万个事件的流，首字节到首个词' },
    most: 50,
    unit: ' ms',
    read: ofConsole(({ stream }) => stream.firstToken),
    why: {
      en: 'Two or three frames of the browser: 46 to 62 ms in different runs.',
      zh: '相当于浏览器的两三帧：各次运行为46至62毫秒。',
    },
  },
  {
    what: { en: 'stream of 20,000, end after the last byte', zh: '两万个事件的流，末字节到结束' },
    most: 250,
    unit: ' ms',
    read: ofConsole(({ stream }) => stream.end),
  },
  {
    what: { en: 'stream of 20,000, longest task', zh: '两万个事件的流，最长任务' },
    most: 50,
    unit: ' ms',
    read: ofConsole(({ stream }) => stream.longestTask),
  },
  {
    what: { en: 'stream, memory of a million events to 20,000', zh: '一百万个事件与两万个事件的内存之比' },
    most: 1.5,
    unit: '×',
    read: streamMemory,
  },
  {
    what: { en: 'build, CPU to the bare Astro site', zh: '构建，与最简Astro网站的CPU之比' },
    most: 2.5,
    unit: '×',
    read: cpuTo('bare astro'),
    why: {
      en: 'It makes a page for each operation; ours has twice as many pages, with those of schemas and webhooks, and beside each a Markdown copy and what its console needs. To read the description and call the functions that write these files takes 3.5 times the bare site by itself, without any Astro. Without the fields of named schemas inside others, two thirds of all, a build is less than a sixth quicker.',
      zh: '最简网站每个操作一页；我们连同模式与Webhook的页面多一倍，每页还有Markdown副本和控制台所需的数据。仅读取描述并调用写出这些文件的函数，不经Astro，就是最简网站的3.5倍。去掉嵌套的命名模式中的字段，即全部字段的三分之二，构建也只快不到六分之一。',
    },
  },
  { what: { en: 'build, CPU to Blume', zh: '构建，与Blume的CPU之比' }, most: 1 / 2, unit: '×', read: cpuTo('blume') },
  {
    what: { en: 'build, CPU to starlight-openapi', zh: '构建，与starlight-openapi的CPU之比' },
    most: 1 / 8,
    unit: '×',
    read: cpuTo('starlight-openapi'),
  },
  {
    what: { en: 'build of GitHub, output', zh: '构建GitHub，输出' },
    most: 80,
    unit: ' MB',
    read: ofGithub(({ outputMegabytes }) => outputMegabytes),
    why: {
      en: '110 MB are pages, 26 their Markdown copies, 23 the description to download, 16 the same in `llms-full`, 16 what consoles load; a page is 20 kB on the wire.',
      zh: '其中页面110 MB，Markdown副本26 MB，供下载的描述23 MB，合为`llms-full`的16 MB，控制台数据16 MB；一页传输时为20 kB。',
    },
  },
  {
    what: { en: 'build of GitHub, largest operation page, not compressed', zh: '构建GitHub，最大的操作页，未压缩' },
    most: 300,
    unit: ' kB',
    read: ofGithub(({ operationPageBytes = Number.NaN }) => operationPageBytes / 1000),
  },
  {
    what: { en: 'build of GitHub, peak memory', zh: '构建GitHub，内存峰值' },
    most: 1200,
    unit: ' MB',
    read: ofGithub(({ megabytes }) => megabytes),
  },
  {
    what: { en: 'build, CPU an operation, made to GitHub', zh: '构建，每个操作的CPU，生成的描述与GitHub之比' },
    most: 1.3,
    unit: '×',
    read: cpuPerOperation,
  },
  {
    what: { en: 'second build, one guide changed, to the first', zh: '只改一篇指南后再次构建，与首次之比' },
    most: 1 / 3,
    unit: '×',
    read: secondBuild,
    why: {
      en: 'Pages of small operations cost little the first time; Node, Astro and reading the description are the same in both.',
      zh: '小操作的页面首次构建也很快；Node、Astro的启动与读取描述两次相同。',
    },
  },
  { what: { en: 'search, first results', zh: '搜索，首批结果' }, most: 50, unit: ' ms', read: firstResults },
  {
    what: { en: 'search, share of the index that is fetched', zh: '搜索，取得的索引所占比例' },
    most: 0.5,
    unit: '×',
    read: indexFetched,
  },
];
