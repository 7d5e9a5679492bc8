import type { Messages } from './en.ts';

export const zhCN = {
  site: {
    languageName: '简体中文',
  },
  console: {
    send: '发送',
  },
} satisfies Messages;
