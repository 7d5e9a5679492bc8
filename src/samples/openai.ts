/** The clients of OpenAI, for each language: they share what a request says to them. */
export { print as javascript } from './javascript-openai.ts';
export { print as python } from './python-openai.ts';
