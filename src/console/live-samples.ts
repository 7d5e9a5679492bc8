import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import type { Operation } from '../model/operation.ts';
import { buildRequest } from '../request/build.ts';
import { type FilledRequest, fillCredentials } from '../request/fill-credentials.ts';
import { givenValues } from '../request/given.ts';
import type { Credential, HttpRequest } from '../request/http-request.ts';
import type { RequestValues } from '../request/values.ts';
import { printHttp } from '../samples/http.ts';
import { firstThatPrints } from '../samples/static-samples.ts';
import { type Language, languages, type Target, targetsOf } from '../samples/targets.ts';
import { type Grammar, tokenize } from '../samples/tokens.ts';
import { COLOUR_LIMIT, paintTokens } from './paint.ts';
import { readJson, withShared } from './shared-schemas.ts';

/** What the code tabs of one request show. */
interface Shown {
  readonly api: Api;
  readonly request: HttpRequest;
}

/** A request as a reader sees it before it is sent (rule C5). */
export interface ShownRequest {
  readonly request: HttpRequest;
  /** What stands for a key. */
  readonly mask: (credential: Credential) => string;
}

const shown = new WeakMap<HTMLElement, Shown>();
/** Code tabs that no longer show what they came with. */
const printed = new WeakSet<HTMLElement>();
const files = new Map<string, Promise<Api>>();

/**
 * Prints a request into the code tabs of the page: what shows now, and the rest as soon as it is shown, or soon
 * after. The request itself stands in a tab that is hidden until a console opens.
 *
 * @param samples - the code tabs
 * @param api - `sliceApi` of the operation
 * @param request - without secrets
 * @param exact - what will be sent, with what stands for a secret; left out, that isn't shown
 * @param isWhole - prints what is hidden too, once there is time for it: not for a form that is only opened
 */
export async function printSamples(
  samples: HTMLElement,
  api: Api,
  request: HttpRequest,
  exact?: ShownRequest,
  isWhole = true,
): Promise<void> {
  const isNew = isWhole || !isShown(samples, api, request);
  shown.set(samples, { api, request });
  const { request: url } = samples.dataset;
  if (url !== undefined && !files.has(url)) files.set(url, Promise.resolve(api));
  if (exact) {
    printCode(
      samples.querySelector('[data-panel="http"] code'),
      showInvisibles(printHttp(exact.request, exact.mask)),
      'http',
    );
    unhide(samples, 'http');
  }
  if (isNew) {
    printed.add(samples);
    for (const panel of samples.querySelectorAll<HTMLElement>('[data-panel] [data-variant-panel]')) {
      const language = languageIn(panel);
      // The request itself is printed with the masked key, and stays.
      if (language && !(exact && language.id === 'http')) panel.dataset.stale = '';
    }
  }
  await refresh(samples);
  if (isWhole) whenIdle(() => void refresh(samples, true));
}

/** Whether the samples show a request already: printed before, or as the page came. Then no printer need be loaded. */
function isShown(samples: HTMLElement, api: Api, request: HttpRequest): boolean {
  const before = printed.has(samples) ? shown.get(samples)?.request : cameWith(samples, api);
  return JSON.stringify(before) === JSON.stringify(request);
}

/** The request that the page's own samples are of; nothing where they are of a shortened body. */
function cameWith(samples: HTMLElement, api: Api): HttpRequest | undefined {
  const [operation] = api.operations;
  if (!operation || samples.closest('[data-short]')) return undefined;
  return buildRequest(api, operation, givenValues(api, operation, samples.dataset.example)).request;
}

/** Browsers without the call wait a little instead. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 100);
}

/** Prints the panels that show and hold an older request. @param all - the hidden ones too */
export async function refresh(samples: HTMLElement, all = false): Promise<void> {
  const now = shown.get(samples);
  if (!now) return;
  const panels = [...samples.querySelectorAll<HTMLElement>('[data-stale]')].filter(
    (one) => all || one.offsetParent !== null,
  );
  await Promise.all(
    panels.map(async (panel) => {
      const language = languageIn(panel);
      if (!language) return;
      const code = await codeFor(language, panel.dataset.variantPanel, now);
      // A later change may have overtaken the printer that this one waited for.
      if (shown.get(samples) !== now) return;
      showCode(samples, panel, code, language);
      delete panel.dataset.stale;
    }),
  );
}

function languageIn(panel: HTMLElement): Language | undefined {
  const id = panel.closest<HTMLElement>('[data-panel]')?.dataset.panel;
  return languages.find((language) => language.id === id);
}

/**
 * Makes sure that the tabs have a panel for a language and a library, which pages leave out.
 *
 * @param library - left out or unknown: the language's usual one
 */
export async function addPanel(samples: HTMLElement, id: string, library?: string): Promise<void> {
  const language = languages.find((one) => one.id === id);
  if (!language) return;
  const now = shown.get(samples) ?? (await readShown(samples));
  const known = targetsOf(id, now.api.clients);
  const target = known.find((one) => one.library === library) ?? known[0];
  if (!target) return;
  const panel = languagePanel(samples, language, known);
  const waiting = panel.querySelector<HTMLElement>(`[data-variant-panel="${target.library}"]`);
  if (waiting) {
    // The page leaves room for the request itself.
    if (waiting.textContent?.trim() === '') waiting.dataset.stale = '';
    shown.set(samples, now);
    return;
  }
  const box = document.createElement('div');
  box.dataset.variantPanel = target.library;
  if (target === known[0]) box.dataset.usual = '';
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.append(document.createElement('code'));
  box.append(pre);
  panel.append(box);
  showCode(samples, box, await codeFor(language, target.library, shown.get(samples) ?? now), language);
}

/**
 * Shows an example of the operation with the values that are shared now, in every language.
 *
 * @param name - left out: the one that shows
 */
export async function showExample(samples: HTMLElement, name?: string): Promise<void> {
  if (name !== undefined) samples.dataset.example = name;
  const { api, request } = await readShown(samples);
  await printSamples(samples, api, request);
}

/** What a panel shows, with the secrets in it: for a reader who asked for just that. @param request - nothing masked */
export async function codeWithSecrets(
  samples: HTMLElement,
  panel: HTMLElement,
  request: HttpRequest,
  secret: (credential: Credential) => string,
): Promise<string | undefined> {
  const now = shown.get(samples);
  const language = languageIn(panel);
  if (!now || !language) return undefined;
  const filled: FilledRequest = fillCredentials(request, secret);
  return codeFor(language, panel.dataset.variantPanel, { ...now, request: filled });
}

/** What samples are printed with, made from `givenValues`. */
type Adjust = (samples: HTMLElement, api: Api, operation: Operation, given: RequestValues) => RequestValues;

let adjust: Adjust = (_samples, _api, _operation, given) => given;

/** From now on samples that no form stands behind are printed with these values. */
export function adjustSamples(next: Adjust): void {
  adjust = next;
}

async function readShown(samples: HTMLElement): Promise<Shown> {
  const { api, operation } = await readSlice(samples.dataset.request ?? '');
  const values = adjust(samples, api, operation, givenValues(api, operation, samples.dataset.example));
  const { request } = buildRequest(api, operation, values, { base: location.href });
  const read = { api, request };
  shown.set(samples, read);
  return read;
}

/** The file of an operation, fetched once. @param url - `data-request` of its code tabs */
export async function readSlice(url: string): Promise<{ readonly api: Api; readonly operation: Operation }> {
  const file = files.get(url) ?? readApi(url);
  files.set(url, file);
  file.catch(() => files.delete(url));
  const api = await file;
  const [operation] = api.operations;
  if (!operation) throw new Error(`${url} holds no operation`);
  return { api, operation };
}

async function readApi(url: string): Promise<Api> {
  return withShared(await readJson(url), url);
}

/** A library that can't send the request gives way to the first that can. */
async function codeFor(
  language: Language,
  library: string | undefined,
  { api, request }: Shown,
): Promise<string | undefined> {
  const known = targetsOf(language.id, api.clients);
  const [operation] = api.operations;
  const chosen = known.filter((one) => one.library === library);
  return operation && (await firstThatPrints([...chosen, ...known], request, operation))?.code;
}

/** The panel of a language, made with its tab where the page has none. */
function languagePanel(samples: HTMLElement, { id, label }: Language, known: readonly Target[]): HTMLElement {
  const there = samples.querySelector<HTMLElement>(`[data-panel="${id}"]`);
  unhide(samples, id);
  if (there) return there;
  const prefix = samples.dataset.prefix ?? 'sample';
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.role = 'tab';
  tab.id = `${prefix}-tab-${id}`;
  tab.setAttribute('aria-controls', `${prefix}-${id}`);
  tab.setAttribute('aria-selected', 'false');
  tab.tabIndex = -1;
  tab.dataset.tab = id;
  tab.dataset.added = '';
  tab.textContent = label;
  samples.querySelector('[role="tablist"]')?.append(tab);
  const panel = document.createElement('div');
  panel.role = 'tabpanel';
  panel.className = 'code-panel';
  panel.id = `${prefix}-${id}`;
  panel.setAttribute('aria-labelledby', tab.id);
  panel.dataset.panel = id;
  if (known.length > 1) {
    const group = document.createElement('div');
    group.className = 'variants';
    group.role = 'group';
    group.setAttribute('aria-label', label);
    group.append(
      ...known.map(({ library }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset.variant = library;
        button.setAttribute('aria-pressed', 'false');
        button.textContent = library;
        return button;
      }),
    );
    panel.append(group);
  }
  samples.append(panel);
  return panel;
}

/** Where no library of the language can send the request, the panel says so. */
function showCode(samples: HTMLElement, panel: HTMLElement, code: string | undefined, { grammar }: Language): void {
  const element = panel.querySelector('code');
  if (code === undefined) printCode(element, samples.dataset.unsaid ?? '', 'http');
  else printCode(element, code, grammar);
}

function unhide(samples: HTMLElement, id: string): void {
  for (const one of samples.querySelectorAll(`[data-tab="${id}"], [data-panel="${id}"]`)) one.removeAttribute('hidden');
}

function printCode(code: Element | null, text: string, grammar: Grammar): void {
  // What didn't change stays: a reader may be selecting it.
  if (!code || code.textContent === text) return;
  paintTokens(code, text.length > COLOUR_LIMIT ? [{ kind: 'plain', text }] : tokenize(text, grammar));
}
