import { problem, type Read } from './problem.ts';

/** Deeper than any of the formats. What goes deeper costs a parser a hundred times its size. */
const mostLevels = 64;

/** Fails with unreadable, in the parser's words. */
export function parseJson(text: string): Read<unknown> {
  if (isDeeper(text, mostLevels)) return problem('unreadable', 'it is nested too deeply');
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return problem('unreadable', (error instanceof Error ? error.message : String(error)).slice(0, 200));
  }
}

const [quote, backslash, bracket, brace, bracketEnd, braceEnd] = ['"', '\\', '[', '{', ']', '}'].map((sign) =>
  sign.charCodeAt(0),
);

/** Whether brackets outside of strings open more than so many levels. */
function isDeeper(text: string, levels: number): boolean {
  let level = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== quote; at += 1) {
        if (text.charCodeAt(at) === backslash) at += 1;
      }
    } else if (unit === bracket || unit === brace) {
      level += 1;
      if (level > levels) return true;
    } else if (unit === bracketEnd || unit === braceEnd) level -= 1;
  }
  return false;
}
