import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** What follows from colours and sizes; the rest is the same in both themes. */
const BY_LOOK = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

const VIEWS = [
  { colorScheme: 'light', width: 1440, rules: undefined },
  { colorScheme: 'dark', width: 1440, rules: BY_LOOK },
  { colorScheme: 'dark', width: 390, rules: undefined },
  { colorScheme: 'light', width: 390, rules: BY_LOOK },
] as const;

/**
 * Holds what is shown now against axe's rules, best practices and the size of targets among them. In the page itself,
 * which has no frames: axe's own package for Playwright opens another page for each run, which takes thrice as long.
 *
 * @param rules - of axe, where not all of them are asked for
 * @param part - a selector, where only a part of the page is another than it was
 */
export async function axeFaults(page: Page, rules?: readonly string[], part?: string): Promise<string[]> {
  const isLoaded = await page.evaluate(() => 'axe' in window);
  if (!isLoaded) await page.evaluate(axe.source);
  // The size of targets is asked for by WCAG 2.2, but off unless named.
  const options: RunOptions = rules ? { runOnly: [...rules] } : { rules: { 'target-size': { enabled: true } } };
  return page.evaluate(
    async ([selector, given]) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(selector ?? document, given);
      return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}, ${node.html}`));
    },
    [part, options] as const,
  );
}

/** The same in light and dark, wide and narrow. What is open stays open. */
export async function expectAccessible(page: Page, name: string, part?: string): Promise<void> {
  for (const { colorScheme, width, rules } of VIEWS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    // What stays in place covers a part of something else wherever a page is scrolled to.
    await page.evaluate(() => scrollTo(0, 0));
    expect([name, colorScheme, width, await axeFaults(page, rules, part)]).toEqual([name, colorScheme, width, []]);
  }
}

/** How much of the page lies beside the window, with the first element that does. */
function sideways(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over <= 0) return undefined;
    const scrolls = (element: Element): boolean =>
      element.closest('pre, .table, [popover]') !== null || getComputedStyle(element).position === 'fixed';
    const first = [...document.querySelectorAll('body *')].find(
      (element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element),
    );
    return `${over} px: ${first?.tagName} ${first?.className} ${first?.textContent?.slice(0, 60)}`;
  });
}

/** Whether a page can be read at 320 px, at twice the zoom, with letters twice as large, and with more space around them. */
export async function expectReflow(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  // 1280 px at 200 % and 400 %, and a narrow window of tablets.
  for (const width of [640, 320, 820]) {
    await page.setViewportSize({ width, height: 800 });
    expect([name, width, await sideways(page)]).toEqual([name, width, undefined]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect([name, 'large text', await sideways(page)]).toEqual([name, 'large text', undefined]);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  expect([name, 'spaced text', await clippedWhenSpaced(page)]).toEqual([name, 'spaced text', []]);
}

/** What is cut off with the spacing of WCAG 1.4.12. The policy lets no style element in, but a sheet made by script. */
function clippedWhenSpaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        ' p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
    const isCut = (element: Element): boolean => {
      const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(element);
      if (textOverflow === 'ellipsis' || clipPath !== 'none' || element.clientWidth <= 1) return false;
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    const cut = [...document.querySelectorAll('body *')]
      .filter(isCut)
      .map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 60)}`);
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    document.adoptedStyleSheets = [];
    return over > 0 ? [...cut, `${over} px sideways`] : cut;
  });
}

/**
 * Goes through the whole page with Tab and back: what has the focus is marked, and nothing that stays in place
 * covers it.
 *
 * @returns the names of what was reached, in their order
 */
export async function walkFocus(page: Page, name: string): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const seen: string[] = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    await page.evaluate((isBack) => {
      (document.activeElement as HTMLElement | null)?.blur();
      getSelection()?.removeAllRanges();
      if (isBack) scrollTo(0, document.documentElement.scrollHeight);
    }, key !== 'Tab');
    for (let count = 0; count < 400; count += 1) {
      await page.keyboard.press(key);
      const found = await page.evaluate(describeFocus);
      if (!found) break;
      if (key === 'Tab') seen.push(found.name);
      expect([name, key, found.name, found.fault]).toEqual([name, key, found.name, undefined]);
    }
  }
  return seen;
}

/** Runs in the page. Nothing when the focus has left it. */
function describeFocus(): { name: string; fault: string | undefined } | undefined {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return undefined;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
  const box = focused.getBoundingClientRect();
  const label =
    focused.getAttribute('aria-label') ?? focused.textContent?.trim().replace(/\s+/g, ' ').slice(0, 60) ?? '';
  const name = `${focused.tagName.toLowerCase()} ${label}`;
  const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  // The first line of what is larger than a line.
  const y = box.y + Math.min(box.height / 2, 12);
  const over = document.elementFromPoint(x, y);
  const isCovered =
    over !== null && !focused.contains(over) && !over.contains(focused) && over.closest('header') !== null;
  const isSeen = y >= 0 && y <= innerHeight;
  const fault = !isMarked
    ? 'not marked'
    : !isSeen
      ? `outside of the window, at ${y}`
      : isCovered
        ? 'covered'
        : undefined;
  return { name, fault };
}
