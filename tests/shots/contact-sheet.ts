import type { Shot } from './views.ts';

/** A page that shows all pictures side by side, each view in a row of its own. */
export function contactSheet(shots: readonly Shot[]): string {
  const views = [...new Set(shots.map((shot) => shot.view.name))];
  const rows = views.map((view) => {
    const figures = shots
      .filter((shot) => shot.view.name === view)
      .map((shot) => `<figure><img src="${shot.name}.png" height="300"><figcaption>${shot.name}</figcaption></figure>`);
    return `<h2>${view}</h2><div>${figures.join('')}</div>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Recto</title>
<style>body{font:14px sans-serif;background:#888}div{display:flex;flex-wrap:wrap;gap:8px}figure{margin:0}</style>
${rows.join('\n')}
`;
}
