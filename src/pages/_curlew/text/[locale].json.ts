import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { messagesOf } from '../../../i18n/languages.ts';

/** The console's strings in one language: `/_curlew/text/zh-cn.json`. */
export function getStaticPaths() {
  return site.locales.map((locale) => ({ params: { locale: locale.toLowerCase() }, props: { locale } }));
}

export const GET: APIRoute<{ locale: string }> = ({ props }) =>
  new Response(JSON.stringify(messagesOf(props.locale).console), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
