import { type Fault, files, json, V30, V31, V32, yaml } from './fault.ts';

const utf16 = new Uint8Array(Buffer.from(`\ufeff${V32}`, 'utf16le'));

/** Nine lists, each of nine times the one before: 3.4 thousand million values. */
const BOMB = Array.from({ length: 10 }, (_, level) => {
  const item = level === 0 ? 'lol' : `*a${level - 1}`;
  return `  - &a${level} [${Array(9).fill(item).join(', ')}]\n`;
}).join('');

/** What can't be read as YAML or JSON at all. */
export const SYNTAX: readonly Fault[] = [
  yaml('empty file', '', ['error yaml-syntax 1:1']),
  yaml('tab as indentation', `${V32}paths:\n\t/a: {}\n`, ['error yaml-syntax 4:1']),
  yaml('wrong indentation', `${V32}paths:\n   /a: {}\n  /b: {}\n`, ['error yaml-syntax 5:1']),
  yaml('quote that is never closed', `openapi: 3.2.0\ninfo:\n  title: "A\n`, ['error yaml-syntax 3:10']),
  yaml('colon in a plain text', `openapi: 3.2.0\ninfo:\n  title: A: B\n  version: "1"\n`, ['error yaml-syntax 3:10']),
  yaml('bracket that is never closed', `${V31}tags: [{ name: a }\npaths: {}\n`, ['error yaml-syntax 4:1']),
  yaml('template in brackets without quotes', `${V31}servers: [{ url: https://{a}.example }]\ntags: []\npaths: {}\n`, [
    'error yaml-syntax 3:26',
  ]),
  yaml('bracket too many, after another slip', `${V31}x-a: "b" c\nx-d: []]\ntags: []\npaths: {}\n`, [
    'error yaml-syntax 3:10',
    'error yaml-syntax 4:8',
  ]),
  yaml('key twice', `${V30}paths: {}\npaths: {}\n`, ['error duplicate-key 4:1']),
  yaml('alias without its anchor', `${V32}paths: *x\n`, ['error alias-unknown 3:8']),
  yaml('aliases that grow without end', `${V32}paths: {}\nx-lol:\n${BOMB}`, ['error alias-expansion 11:10']),
  yaml('too deep', `${V32}paths: {}\nx-a: ${'['.repeat(250)}${']'.repeat(250)}\n`, ['error too-deep 4:206']),
  yaml('tag that makes an object', `${V32}paths: {}\nx-a: !!js/function "a"\n`, ['warning yaml-tag 4:20']),
  yaml('two documents', `${V32}paths: {}\n---\na: 1\n`, ['error yaml-syntax 5:1']),
  files('UTF-16', { 'api.yaml': utf16 }, ['error file-encoding 1:1']),
  files('no UTF-8', { 'api.yaml': Buffer.from(`${V32}paths: {}\r\nx-a: "caf\xe9"\r\n`, 'latin1') }, [
    'error file-encoding 4:10',
  ]),
  files('ZIP archive', { 'api.yaml': Buffer.from('PK\x03\x04\x14\0\0\0api.yaml') }, ['error file-kind 1:1']),
  files('gzip', { 'api.yaml': Buffer.from('\x1f\x8b\x08\0abc', 'latin1') }, ['error file-kind 1:1']),
  files('page that shows a description', { 'api.yaml': '\ufeff\n<!DOCTYPE html>\n<title>API: a</title>\n' }, [
    'error file-kind 1:1',
  ]),
  files('zero byte', { 'api.json': Buffer.from('{"a":1}\0') }, ['error file-kind 1:1']),
  yaml('key that is too long', `${V32}paths: {}\nx-${'a'.repeat(1100)}: 1\n`, ['error yaml-syntax 4:1']),
  json('trailing comma', '{\n  "openapi": "3.2.0",\n}', ['error json-syntax 2:21']),
  json('missing comma', '{\n  "openapi": "3.0.0"\n  "info": {}\n}', ['error json-syntax 3:3']),
  json('comment', '{\n  // later\n  "openapi": "3.2.0"\n}', ['error json-syntax 2:3']),
  json('single quotes', "{\n  'openapi': '3.2.0'\n}", ['error json-syntax 2:3']),
  json('end in the middle', '{\n  "openapi": "3.2.0",\n  "info": {', ['error json-syntax 3:12']),
  json('key twice', '{"openapi":"3.2.0","info":{"title":"T","version":"1"},\n"paths":{},"paths":{}}', [
    'error duplicate-key 2:12',
  ]),
  json('line break in a text', '{"openapi":"3.2.0","info":{"title":"T\n","version":"1"},"paths":{}}', [
    'error json-syntax 1:36',
  ]),
];
