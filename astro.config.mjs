import { defineConfig } from 'astro/config';
import curlew from './src/site/integration.ts';

export default defineConfig({
  integrations: [
    curlew({
      title: 'APIGPT.CLOUD',
      defaultLocale: 'zh-CN',
      footer: [{ label: '返回文档首页', href: '/' }],
    }),
  ],
});
