/** As much of a text as one listens to, to know which one it is. */
const spokenCharacters = 120;

export function beginning(text: string): string {
  const points = Array.from(text);
  return points.length <= spokenCharacters ? text : `${points.slice(0, spokenCharacters).join('')}…`;
}
