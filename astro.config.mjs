import { defineConfig } from 'astro/config';
import curlew from './src/site/integration.ts';

export default defineConfig({
  integrations: [
    curlew({
      title: 'APIGPT.CLOUD',
      logo: '/logo.svg',
      defaultLocale: 'zh-CN',
      footer: [
        {
          label: { 'zh-CN': '返回文档首页', en: 'Back to the documentation home' },
          href: { 'zh-CN': '/', en: '/en/' },
        },
      ],
    }),
  ],
});
