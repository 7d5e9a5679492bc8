import { describe, expect, it } from 'vitest';
import { folderTitle, type GuideNode, guidesIn, guideTree } from './guide-tree.ts';

const guides = (...names: readonly string[]) => names.map((name) => ({ name }));

/** `payments(refunds methods(cards))`; a folder without a page ends with `/`. */
function shape(tree: readonly GuideNode<{ readonly name: string }>[]): string {
  return tree
    .map(({ name, guide, inside }) => {
      const own = name.slice(name.lastIndexOf('/') + 1) + (guide ? '' : '/');
      return inside.length > 0 ? `${own}(${shape(inside)})` : own;
    })
    .join(' ');
}

describe('the folders of guides', () => {
  it('stand where their first guide stands, with their pages', () => {
    const tree = guideTree(guides('start', 'pay/cards', 'about', 'pay', 'pay/in/deep', 'pay/in/sepa', 'help/faq'));
    expect(shape(tree)).toBe('start pay(cards in/(deep sepa)) about help/(faq)');
    expect(guidesIn(tree).map(({ name }) => name)).toEqual([
      'start',
      'pay',
      'pay/cards',
      'pay/in/deep',
      'pay/in/sepa',
      'about',
      'help/faq',
    ]);
  });

  it('are none where one holds all', () => {
    expect(shape(guideTree(guides('guides/one', 'guides/two')))).toBe('one two');
    expect(shape(guideTree(guides('guides', 'guides/one')))).toBe('guides(one)');
    expect(guideTree([])).toEqual([]);
  });

  it('are called by their names as words', () => {
    expect(folderTitle('a/getting-started')).toBe('Getting started');
    expect(folderTitle('快速开始')).toBe('快速开始');
    expect(folderTitle('--')).toBe('--');
  });
});
