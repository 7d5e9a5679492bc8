import { fill } from '../i18n/translate.ts';
import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import type { Operation } from '../model/operation.ts';
import { givenValues } from '../request/given.ts';
import {
  isNothingShared,
  NOTHING_SHARED,
  type SharedValues,
  shareValues,
  withShared,
} from '../request/shared-values.ts';
import { withShortBody } from '../request/short-body.ts';
import type { RequestValues } from '../request/values.ts';
import { holdHeight, letGo } from './hold-height.ts';
import { adjustSamples, readSlice, showExample } from './live-samples.ts';
import type { Session } from './session.ts';
import { changedTexts, fieldText, setField } from './shared-fields.ts';
import { sharedActions } from './shared-form.ts';
import { readShared, withKept, writeShared } from './shared-storage.ts';

type Field = HTMLInputElement | HTMLSelectElement;

adjustSamples((samples, api, operation, given) => {
  const values = withKept(samples, api, operation, given);
  return samples.closest('[data-short]') ? withShortBody(values) : values;
});

/** A bar whose operation is known by now. */
interface Bar {
  readonly box: HTMLElement;
  readonly api: Api;
  readonly operation: Operation;
  /** What the operation has where nothing is shared. */
  readonly given: RequestValues;
  /** What was typed before anything here listened, and wasn't taken over yet. */
  readonly typed: Field[];
}

const bars = new Map<HTMLElement, Promise<Bar>>();

function readBar(box: HTMLElement): Promise<Bar> {
  const known = bars.get(box) ?? startBar(box);
  bars.set(box, known);
  known.catch(() => bars.delete(box));
  return known;
}

async function startBar(box: HTMLElement): Promise<Bar> {
  const { api, operation } = await readSlice(box.dataset.request ?? '');
  const fields = fieldsOf(box);
  const bar: Bar = { box, api, operation, given: givenValues(api, operation), typed: fields.filter(isTyped) };
  for (const field of fields) {
    field.addEventListener('input', () => set(bar, field));
    // What was refused, or left empty, gives way to what holds.
    field.addEventListener('change', () => {
      if (field.ariaInvalid === 'true' || field.value === '') draw(bar);
      else say(bar, 'set');
    });
  }
  box.querySelector('[data-reset]')?.addEventListener('click', () => {
    void share(bar, NOTHING_SHARED);
    say(bar, 'unset');
    box.querySelector<HTMLElement>('summary')?.focus();
  });
  return bar;
}

function fieldsOf(box: HTMLElement): Field[] {
  return [...box.querySelectorAll<Field>('[data-key]')];
}

/** Shows the values in the fields of a bar, and sets what is changed in them from now on. What was typed by now counts. */
export async function openBar(box: HTMLElement): Promise<void> {
  const bar = await readBar(box);
  const typed = bar.typed.splice(0);
  if (typed.length === 0) draw(bar);
  for (const field of typed) set(bar, field);
}

function isTyped(field: Field): boolean {
  if (field instanceof HTMLInputElement) return field.value !== field.defaultValue;
  const usual = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return usual !== undefined && !usual.selected;
}

/** Shows what a browser keeps under a name: in the bars of the page, the samples and a console. */
export async function followKept(name: string): Promise<void> {
  const all = samplesOf(name);
  // A reader who comes to the page sees text change, and nothing move.
  const held = all.map(holdHeight);
  await update(name);
  for (const [index, samples] of all.entries()) letGo(samples, held[index]);
}

function samplesOf(name: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.code-tabs')].filter(({ dataset }) => dataset.shared === name);
}

/** What the page shows, by the name it is kept under; nothing where all is as the page was built. */
const applied = new Map<string, SharedValues>();

/** @param typing - the field that the values came from, which keeps what is typed */
async function update(name: string, typing?: Field): Promise<void> {
  const boxes = [...document.querySelectorAll<HTMLElement>('.shared')].filter(({ dataset }) => dataset.shared === name);
  const before = applied.get(name) ?? NOTHING_SHARED;
  const drawn = boxes.map(async (box) => draw(await readBar(box), typing));
  const printed = samplesOf(name).map(async (samples) => {
    const after = readShared(samples);
    applied.set(name, after);
    const detail = ({ api, operation, store }: Session): void => {
      const [from, to] = [before, after].map((shared) =>
        withShared(api.schemas, operation, givenValues(api, operation), shared),
      );
      if (!from || !to) return;
      for (const action of sharedActions(operation, from, to, store.state())) store.dispatch(action);
    };
    // A console that was opened has the form, and prints by it.
    const isTaken = !samples.dispatchEvent(new CustomEvent('shared', { cancelable: true, detail }));
    if (!isTaken) await showExample(samples);
  });
  await Promise.all([...drawn, ...printed]);
}

async function share({ box }: Bar, shared: SharedValues, typing?: Field): Promise<void> {
  const name = box.dataset.shared ?? '';
  writeShared(name, shared);
  hideOffer(box);
  await update(name, typing);
}

function set(bar: Bar, field: Field): void {
  const { box, api, operation, given } = bar;
  const shared = setField({ api, operation, given }, readShared(box), field.dataset.key ?? '', field.value);
  refuse(field, shared === undefined);
  if (shared) void share(bar, shared, field);
}

function refuse(field: Field, isRefused: boolean): void {
  const words = field.parentElement?.querySelector<HTMLElement>('.shared-refused');
  if (words) words.hidden = !isRefused;
  if (isRefused) field.ariaInvalid = 'true';
  else field.ariaInvalid = null;
}

function valuesNow({ box, api, operation, given }: Bar): RequestValues {
  return withShared(api.schemas, operation, given, readShared(box));
}

function draw(bar: Bar, typing?: Field): void {
  const { box, given } = bar;
  const values = valuesNow(bar);
  for (const field of fieldsOf(box)) {
    const row = field.parentElement;
    if (row?.dataset.server !== undefined) row.hidden = Number(row.dataset.server) !== values.server;
    if (field === typing || row?.hidden) continue;
    field.value = fieldText(bar, values, field.dataset.key ?? '');
    refuse(field, false);
  }
  const title = box.querySelector('summary > span');
  const texts = changedTexts(bar, given, values);
  if (title) title.textContent = worded(box, texts, 'titleWith') || (box.dataset.title ?? '');
  const reset = box.querySelector<HTMLElement>('[data-reset]');
  if (reset) reset.hidden = isNothingShared(readShared(box));
}

function worded({ dataset }: HTMLElement, texts: readonly string[], sentence: 'titleWith' | 'offer'): string {
  const values = texts.map((text) => showInvisibles(text)).join(dataset.comma);
  return texts.length === 0 ? '' : fill(dataset[sentence] ?? '', { values });
}

const forms = new WeakMap<HTMLElement, RequestValues>();

/** Offers what the console's form has to all operations, where it isn't what they have. */
export async function offer(box: HTMLElement, form: RequestValues): Promise<void> {
  const bar = await readBar(box);
  const texts = changedTexts(bar, valuesNow(bar), form);
  if (texts.length === 0) return hideOffer(box);
  const line = box.querySelector<HTMLElement>('.shared-offer');
  const words = line?.querySelector('span');
  if (!line || !words) return;
  words.textContent = worded(box, texts, 'offer');
  line.hidden = false;
  if (!forms.has(box)) line.querySelector('[data-share]')?.addEventListener('click', () => accept(bar));
  forms.set(box, form);
}

function accept(bar: Bar): void {
  const { box, api, operation, given } = bar;
  const form = forms.get(box);
  if (!form) return;
  void share(bar, shareValues(api.schemas, operation, given, form, readShared(box)));
  say(bar, 'set');
  box.querySelector<HTMLElement>('summary')?.focus();
}

function hideOffer(box: HTMLElement): void {
  const line = box.querySelector<HTMLElement>('.shared-offer');
  if (line) line.hidden = true;
}

function say({ box }: Bar, sentence: 'set' | 'unset'): void {
  const status = box.querySelector<HTMLElement>('[role="status"]');
  if (status) status.textContent = status.dataset[sentence] ?? '';
}
