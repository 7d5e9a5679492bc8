/** The libraries of Python: together they are one small file, a few hundred bytes longer than that of any of them. */
export { print as httpx } from './python-httpx.ts';
export { print as requests } from './python-requests.ts';
export { print as urllib } from './python-urllib.ts';
