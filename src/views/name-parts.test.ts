import { describe, expect, it } from 'vitest';
import { nameParts } from './name-parts.ts';

describe('where a line may end in a name', () => {
  const cases: readonly (readonly [name: string, parts: string])[] = [
    ['CreateChatCompletionRequest', 'Create|Chat|Completion|Request'],
    ['createChatCompletionsBatch2Item', 'create|Chat|Completions|Batch2|Item'],
    ['ListHTTPServersResponseBody', 'List|HTTP|Servers|Response|Body'],
    ['ListOutboundIPsResponse', 'List|Outbound|IPs|Response'],
    ['microsoft.graph.user_account', 'microsoft.|graph.|user_|account'],
    ['ChatMessage', 'ChatMessage'],
    ['a_long_name_of_small_letters', 'a_|long_|name_|of_|small_|letters'],
    ['donaudampfschifffahrtskapitän', 'donaudampfschifffahrtskapitän'],
    ['Text of several WordsTogether', 'Text of several WordsTogether'],
  ];
  for (const [name, parts] of cases) it(name, () => expect(nameParts(name).join('|')).toBe(parts));
});
