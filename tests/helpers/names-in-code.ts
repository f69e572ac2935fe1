/** Where a name stands in the code of a room: in the syntax tree, so that comments and texts do not count. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { repository } from './electron-binary.ts';

/** Identifiers by file, for all TypeScript below `rooms` (folders of the repository). Paths are POSIX, from its root. */
export function namesByFile(rooms: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const room of rooms) {
    for (const path of readdirSync(join(repository, room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(path)) continue;
      const file = `${room}/${path.replaceAll('\\', '/')}`;
      found.set(file, namesIn(file, readFileSync(join(repository, file), 'utf8')));
    }
  }
  return found;
}

/** Names of variables, properties and attributes, quoted keys (`{ 'webSecurity': false }`), and what is made (`new Worker`). */
export function namesIn(file: string, text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    else if (ts.isNewExpression(node)) names.add(`new ${node.expression.getText()}`);
    else if (ts.isStringLiteralLike(node) && isName(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return names;
}

/** Whether a text stands where a name could: as a key, or between brackets behind an object. */
function isName(node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node)
  );
}
