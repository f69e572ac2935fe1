/** Context menus: those of the page, which asks for them by ids, and those of fields and of text outside the book. */
import { Menu, type BrowserWindow, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { Handlers, Request, Response } from '../../core/contract/channels.ts';
import { success } from '../../core/contract/result.ts';
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import { acceleratorOf } from '../../core/keys/accelerator.ts';
import { contextWords } from '../../core/menu/context-items.ts';
import type { Texts } from './texts.ts';

type Asked = Request<'menu:show'>['items'];
type Answer = Response<'menu:show'>;

/** Some systems say that a menu has closed before they say what was chosen in it. */
const lateChoiceMs = 300;

/** `window` and `language` are asked at the time of use. */
export function createContextMenu(
  window: () => BrowserWindow | undefined,
  language: () => UiLanguage,
): Pick<Handlers, 'menu:show'> {
  return {
    'menu:show': ({ items, at }) =>
      new Promise((resolve) => {
        const answer = (value: Answer): void => resolve(success(value));
        const owner = window();
        if (owner === undefined) {
          answer({ outcome: 'dismissed', id: null });
          return;
        }
        const template = contextTemplate(items, language(), (id) => answer({ outcome: 'chosen', id }));
        const zoom = owner.webContents.getZoomFactor();
        Menu.buildFromTemplate(template).popup({
          window: owner,
          x: Math.round(at.x * zoom),
          y: Math.round(at.y * zoom),
          callback: () => setTimeout(() => answer({ outcome: 'dismissed', id: null }), lateChoiceMs),
        });
      }),
  };
}

/** The items with a line between groups. Their keys are shown and not taken: the page has them. */
function contextTemplate(
  items: Asked,
  language: UiLanguage,
  choose: (id: Asked[number]['id']) => void,
): MenuItemConstructorOptions[] {
  return items.flatMap(({ id, group, key }, at) => [
    ...(at > 0 && items[at - 1]?.group !== group ? [{ type: 'separator' as const }] : []),
    {
      id,
      label: contextWords[language][id],
      ...(key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
      click: () => choose(id),
    },
  ]);
}

/** Cut, copy and paste for the fields of a page, and copying for text that is selected where the page has no menu of its own. */
export function offerEditing(contents: WebContents, texts: () => Texts): void {
  contents.on('context-menu', (_event, { isEditable, editFlags, selectionText, x, y }) => {
    const { undo, redo, cut, copy, paste, selectAll } = texts();
    const copying: MenuItemConstructorOptions = { role: 'copy', label: copy, enabled: editFlags.canCopy };
    const template: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'undo', label: undo, enabled: editFlags.canUndo },
          { role: 'redo', label: redo, enabled: editFlags.canRedo },
          { type: 'separator' },
          { role: 'cut', label: cut, enabled: editFlags.canCut },
          copying,
          { role: 'paste', label: paste, enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', label: selectAll, enabled: editFlags.canSelectAll },
        ]
      : selectionText === ''
        ? []
        : [copying];
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ x, y });
  });
}
