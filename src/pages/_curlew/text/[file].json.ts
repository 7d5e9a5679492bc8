import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { messagesOf } from '../../../site/messages.ts';

/** The console's strings in one language, `/_curlew/text/zh-cn.json`, and those of its parts, `zh-cn.answer.json`. */
export function getStaticPaths() {
  return site.locales.flatMap((locale) => {
    const { console: first, consoleParts } = messagesOf(locale);
    const file = locale.toLowerCase();
    return [
      { params: { file }, props: { text: first } },
      ...Object.entries(consoleParts).map(([part, text]) => ({ params: { file: `${file}.${part}` }, props: { text } })),
    ];
  });
}

export const GET: APIRoute<{ text: object }> = ({ props }) =>
  new Response(JSON.stringify(props.text), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
