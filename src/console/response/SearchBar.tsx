/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { usePartText } from '../lazy-part.tsx';
import { useChanges, useScene } from '../scene.ts';
import type { TextSearch } from './text-search.ts';

/** Finds text in a body: Enter goes on, with Shift back, Escape ends. */
export function SearchBar({ search }: { readonly search: TextSearch }): JSX.Element {
  const text = usePartText('answer');
  const { formats, announce } = useScene();
  const input = useRef<HTMLInputElement>(null);
  useChanges(search);
  const count = `${formats.number(search.count())}${search.isFull() ? '+' : ''}`;
  const place = { at: formats.number(search.current() + 1), count };
  const isAsked = search.query() !== '';
  const sentence = !isAsked || search.isBusy() ? '' : fill(search.count() > 0 ? text.matchOf : text.noMatch, place);
  useEffect(() => {
    if (sentence !== '') announce(sentence);
  }, [sentence]);
  return (
    <search class="console-search">
      <input
        ref={input}
        type="search"
        aria-label={text.search}
        placeholder={text.search}
        autocomplete="off"
        spellcheck={false}
        value={search.query()}
        onInput={(event) => search.find(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.isComposing) return;
          if (event.key === 'Escape' && isAsked) search.find('');
          else if (event.key === 'Enter') search.go(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
        }}
      />
      {isAsked && (
        <>
          <span class="console-search-count" aria-hidden="true">
            {search.count() > 0 ? `${place.at}/${place.count}` : search.isBusy() ? '…' : '0'}
          </span>
          <Arrow label={text.previousMatch} path="m3 10 5-5 5 5" onPress={() => search.go(-1)} />
          <Arrow label={text.nextMatch} path="m3 6 5 5 5-5" onPress={() => search.go(1)} />
        </>
      )}
    </search>
  );
}

function Arrow({ label, path, onPress }: { label: string; path: string; onPress: () => void }): JSX.Element {
  return (
    <button type="button" class="console-small" aria-label={label} title={label} onClick={onPress}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
