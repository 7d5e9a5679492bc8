/** The tools of shells: together they are one small file, hardly longer than that of one. */
export { print as curl } from './shell-curl.ts';
export { print as httpie } from './shell-httpie.ts';
export { print as wget } from './shell-wget.ts';
