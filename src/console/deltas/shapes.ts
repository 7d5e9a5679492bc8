import { anthropicMessages } from './anthropic-messages.ts';
import type { DeltaShape } from './delta.ts';
import { gemini } from './gemini.ts';
import { ollama } from './ollama.ts';
import { openaiCompletions } from './openai-completions.ts';
import { openaiResponses } from './openai-responses.ts';

/** The APIs whose streams show as text. Another one is a file that exports its shape, and a line here. */
export const DELTA_SHAPES: readonly DeltaShape[] = [
  openaiCompletions,
  openaiResponses,
  anthropicMessages,
  gemini,
  ollama,
];
