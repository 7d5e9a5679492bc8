import { describe, expect, it } from 'vitest';
import type { Change } from '../changes/change.ts';
import type { ToldChange, VersionStep } from '../changes/changelog.ts';
import { en } from '../i18n/en.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import { changeSentence, placeSteps } from './change-words.ts';
import { changelogPlan, changelogSheets, countChanges } from './changelog.ts';

const change = (code: string, place: Change['place'], values: Partial<ToldChange> = {}): ToldChange => ({
  code,
  kind: 'changed',
  effect: 'compatible',
  place,
  ...values,
});
const step = (version: string, changes: readonly ToldChange[]): VersionStep => ({ version, before: '0', changes });

describe('the pages of a changelog', () => {
  it('have what came and went first, and what is of the whole API last', () => {
    const changes = [
      change('server-added', { path: ['server', 'https://a.example'] }),
      change('deprecated', { operation: 'GET /a', path: [] }),
      change('operation-added', { operation: 'GET /b', path: [] }),
      change('operation-removed', { operation: 'GET /c', path: [] }),
      change('type-changed', { schema: '#/components/schemas/Pet', path: ['name'] }),
    ];
    const { sheets, places } = changelogPlan({ api: 'pets', steps: [step('2', changes)] });
    const groups = sheets[0]?.sections[0]?.groups ?? [];
    expect(groups.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'new operations version-2.new-operations',
      'removed operations version-2.removed-operations',
      'operation version-2.get-a',
      'schema version-2.pet',
      'whole version-2.api',
    ]);
    expect(places.get(changes[4] as ToldChange)).toEqual({ sheet: 1, id: 'version-2.pet.name.type-changed' });
  });

  it('are as long with many changes, have each once, and no id twice', () => {
    const many = (version: string, count: number): VersionStep =>
      step(
        version,
        Array.from({ length: count }, (_, at) =>
          change('type-changed', { operation: `GET /${at % 7}`, path: ['same'] }),
        ),
      );
    const changelog = { api: 'pets', steps: [many('3', 450), many('3', 1), step('1', []), many('0', 190)] };
    const { sheets, places } = changelogPlan(changelog);
    expect(changelogSheets(changelog)).toBe(sheets.length);
    const sizes = sheets.map(
      ({ sections }) => sections.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries)).length,
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBe(641);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
    expect(places.size).toBe(641);
    const ids = sheets.flatMap(({ sections }) =>
      sections.flatMap(({ id, groups }) => [
        id,
        ...groups.flatMap((group) => [group.id, ...group.entries.map((entry) => entry.id)]),
      ]),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const starts = sheets.flatMap(({ sections }) => sections.filter(({ isContinued }) => !isContinued));
    expect(starts.map(({ id }) => id)).toEqual(['version-3', 'version-3-2', 'version-1', 'version-0']);
    expect(sheets[1]?.sections[0]?.isContinued).toBe(true);
  });

  it('give hostile names no way out of an id', () => {
    const name = '"><script>alert(1)</script>\n#x';
    const changes = [change('type-changed', { schema: `#/components/schemas/${name}`, path: [name] })];
    const { sheets } = changelogPlan({ api: 'pets', steps: [step(name, changes)] });
    for (const { id, groups } of sheets[0]?.sections ?? []) {
      for (const one of [id, ...groups.flatMap((group) => [group.id, ...group.entries.map((entry) => entry.id)])]) {
        expect(one).toMatch(/^[^\s"<>]+$/);
      }
    }
  });

  it('count changes by kind, and what breaks among all', () => {
    const changes = [
      change('a', { path: [] }, { kind: 'added' }),
      change('b', { path: [] }, { kind: 'removed', effect: 'breaking' }),
      change('c', { path: [] }, { effect: 'risky' }),
    ];
    expect(countChanges(step('1', changes))).toEqual({ added: 1, changed: 1, removed: 1, breaking: 1 });
  });
});

const WORDS: readonly { given: ToldChange; english: string; chinese: string }[] = [
  {
    given: change(
      'type-widened',
      { operation: 'GET /a', path: ['query parameter', 'a'] },
      { before: 'string', after: 'string or null' },
    ),
    english: 'query parameter › a: type widened from string to string or null',
    chinese: '查询参数 › a: 类型由string放宽为string 或 null',
  },
  {
    given: change('default-changed', { schema: 's', path: ['list', '[]', '*', 'branch 2'] }, { after: '1' }),
    english: 'list › each item › other properties › branch 2: default changed from no value to 1',
    chinese: 'list › 每一项 › 其他字段 › 第2个分支: 默认值由无改为1',
  },
  {
    given: change(
      'min-length-raised',
      { operation: 'GET /a', path: ['response', '200', 'header', 'X-A'] },
      { before: '1', after: '2' },
    ),
    english: 'response status › 200 › response header › X-A: minLength raised from 1 to 2',
    chinese: '响应 › 200 › 响应头 › X-A: minLength由1提高到2',
  },
  {
    // A field may be called what a step is called.
    given: change('property-removed', { operation: 'GET /a', path: ['request body', 'text/plain', 'response'] }),
    english: 'request body › text/plain › response: property removed',
    chinese: '请求体 › text/plain › response: 字段已移除',
  },
  {
    given: change('security-removed', { operation: 'GET /a', path: ['authorization'] }, { before: 'nothing' }),
    english: 'credentials: no longer answers without credentials',
    chinese: '鉴权: 不再允许不带凭据的调用',
  },
  {
    given: change('security-added', { operation: 'GET /a', path: ['authorization'] }, { after: 'nothing' }),
    english: 'credentials: answers without credentials too',
    chinese: '鉴权: 不带凭据也可以调用',
  },
  {
    given: change('security-removed', { operation: 'GET /a', path: ['authorization'] }, { before: 'a and b (read)' }),
    english: 'credentials: no longer authorized by a + b (read)',
    chinese: '鉴权: 不能再用a + b (read)鉴权',
  },
  {
    given: change(
      'serialization-changed',
      { operation: 'GET /a', path: ['cookie parameter', 'a'] },
      { before: 'form', after: 'form, exploded' },
    ),
    english: 'cookie › a: is written otherwise: form became form, exploded',
    chinese: 'Cookie › a: 写法由form改为form，逐项展开',
  },
  {
    given: change(
      'scheme-changed',
      { path: ['security scheme', 'key'] },
      { before: 'API key in header x-key', after: 'HTTP bearer' },
    ),
    english: 'security scheme › key: changed from API key in header x-key to HTTP authentication, scheme bearer',
    chinese: '鉴权方式 › key: 由请求头x-key中的API密钥改为HTTP认证，方案为bearer',
  },
  {
    given: change('pattern-added', { schema: 's', path: ['callback'] }, { after: `a\u202eb${'c'.repeat(300)}` }),
    english: `callback: pattern a⟨U+202E⟩b${'c'.repeat(190)}… added`,
    chinese: `callback: 须匹配a⟨U+202E⟩b${'c'.repeat(190)}…`,
  },
];

describe('the words of a change', () => {
  it.each(WORDS)('are whole in each language: $english', ({ given, english, chinese }) => {
    const words = [en.site, zhCN.site].map((text) => {
      const steps = placeSteps(given, text).map((piece) => piece.text);
      return `${steps.join(' › ')}: ${changeSentence(given, text)
        .map((piece) => piece.text)
        .join('')}`;
    });
    expect(words).toEqual([english, chinese]);
  });
});
