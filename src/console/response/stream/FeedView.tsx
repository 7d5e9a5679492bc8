/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TextTail } from '../../stream/text-tail.ts';
import { createFeed, type Feed } from './feed.ts';

interface FeedViewProps {
  readonly text: TextTail;
  readonly isCode?: boolean;
}

/** A growing text; drawn again with each frame in which something came. */
export function FeedView({ text, isCode = false }: FeedViewProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const feed = useRef<Feed>(undefined);
  useLayoutEffect(() => {
    if (!element.current) return;
    feed.current ??= createFeed(element.current, isCode);
    feed.current.follow(text);
  });
  return <div ref={element} class={isCode ? 'console-feed is-code' : 'console-feed'} dir="auto" />;
}
