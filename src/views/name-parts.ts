/** Shorter names fit into a line of the navigation. */
const SHORT = 20;

/**
 * The parts of a long name between which a line may end, so that none ends within a word: `CreateChatCompletionRequest`
 * → `Create`, `Chat`, `Completion`, `Request`. Of a short name, and of a text, it is the whole.
 */
export function nameParts(name: string): readonly string[] {
  if (name.length <= SHORT || /\s/.test(name)) return [name];
  return name.split(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}(?!s(?!\p{Ll}))\p{Ll})|(?<=[_./])/u);
}
