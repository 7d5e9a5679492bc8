/** The libraries of JavaScript, and TypeScript: together they are one small file, hardly longer than that of one. */
export { print as axios } from './javascript-axios.ts';
export { print as fetch } from './javascript-fetch.ts';
export { print as node } from './javascript-node.ts';
export { print as typescript } from './typescript-fetch.ts';
