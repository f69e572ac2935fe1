import { describe, expect, it } from 'vitest';
import { bothTexts, meet, type NoteVersion } from '../../../../core/marks/meet.ts';

const base: NoteVersion = { body: 'first', label: null, tags: ['a', 'b'], color: 'yellow', state: null };

describe('a note that was changed here and elsewhere', () => {
  it('takes what only one of the two has changed', () => {
    expect(meet(base, base, { ...base, body: 'theirs', color: 'blue' })).toEqual({
      content: { ...base, body: 'theirs', color: 'blue' },
      theirs: undefined,
    });
    expect(meet(base, { ...base, body: 'mine' }, { ...base, state: 'done' })).toEqual({
      content: { ...base, body: 'mine', state: 'done' },
      theirs: undefined,
    });
  });

  it('keeps mine in the field and gives theirs beside it, where both texts are new', () => {
    const { content, theirs } = meet(
      base,
      { ...base, body: 'mine', color: 'pink' },
      { ...base, body: 'theirs', color: 'blue' },
    );
    expect([content.body, theirs, content.color]).toEqual(['mine', 'theirs', 'pink']);
    expect(meet(base, { ...base, body: 'mine' }, { ...base, body: '' }).theirs).toBe('');
    expect(meet(base, { ...base, body: 'same' }, { ...base, body: 'same' }).theirs).toBeUndefined();
  });

  it('has the tags that either added, without those that either took away', () => {
    const { content } = meet(base, { ...base, tags: ['b', 'mine'] }, { ...base, tags: ['a', 'b', 'theirs'] });
    expect(content.tags).toEqual(['b', 'theirs', 'mine']);
  });

  it('can have both texts, mine first', () => {
    expect(bothTexts('mine \n', '\ntheirs\n')).toBe('mine\n\ntheirs');
  });
});
