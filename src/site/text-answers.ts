/** What a text that Astro writes as a file is served as in `dev`. */
function answer(text: string, type: string): Response {
  return new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

export function markdownAnswer(text: string): Response {
  return answer(text, 'text/markdown');
}
