/** What can be done with a bookmark, highlight or note, in the list of marks and in the text. */
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { placeOf } from '../marks/places.ts';
import type { Services } from '../services.ts';
import type { Offer } from '../../state/context-menu.ts';
import { copy, withMarks } from './offering.ts';

/** `entry`: what stands for it on the page; in the list of marks, which closes where one goes on in the text, it can be renamed. */
export function offersOfMark(mark: PlacedMark, services: Services, entry?: Element): readonly Offer[] {
  const { store } = services;
  const leaveList = (): void => store.setState(({ marks }) => ({ marks: { ...marks, panelOpen: false } }));
  const rename = entry?.querySelector<HTMLElement>('[data-rename]');
  const quote = mark.anchor?.quote ?? '';
  return [
    ...(rename && placeOf(mark)
      ? [
          {
            id: 'mark.go' as const,
            group: 0,
            run: () => {
              leaveList();
              withMarks(services, (marks) => marks.show(mark));
            },
          },
        ]
      : []),
    {
      id: 'mark.edit',
      group: 0,
      run: () => {
        leaveList();
        withMarks(services, (marks) => marks.open(mark));
      },
    },
    ...(rename ? [{ id: 'mark.rename' as const, group: 0, key: 'F2', run: () => rename.click() }] : []),
    ...(quote === '' ? [] : [{ id: 'mark.copy' as const, group: 1, run: () => copy(services, quote, 'textCopied') }]),
    {
      id: 'mark.delete',
      group: 2,
      ...(rename ? { key: 'Delete' } : {}),
      run: () => withMarks(services, (marks) => marks.remove([mark.id])),
    },
  ];
}
