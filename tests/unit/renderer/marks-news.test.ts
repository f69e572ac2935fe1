import { describe, expect, it } from 'vitest';
import { createMarksNews } from '../../../renderer/search/marks-news.ts';
import { someMark } from '../core/marks/some-marks.ts';

const [first, second] = [someMark({ id: 'a' }), someMark({ id: 'b', body: 'one' })];

describe('what the search is told of marks', () => {
  it('is all of them at first, then only what is new', () => {
    const newsOf = createMarksNews();
    expect(newsOf([first, second]).changed.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(newsOf([first, second])).toEqual({ changed: [], removed: [] });
    const edited = { ...second, body: 'two' };
    expect(newsOf([first, edited])).toMatchObject({ changed: [{ id: 'b', body: 'two' }], removed: [] });
    expect(newsOf([edited])).toEqual({ changed: [], removed: ['a'] });
    expect(newsOf([first, edited]).changed.map(({ id }) => id)).toEqual(['a']);
  });

  it('has nothing in it that is not searched', () => {
    expect(Object.keys(createMarksNews()([first]).changed[0] ?? {}).sort()).toEqual([
      'anchor',
      'body',
      'clock',
      'id',
      'kind',
      'label',
      'tags',
    ]);
  });
});
