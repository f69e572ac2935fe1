import { describe, expect, it } from 'vitest';
import { keysInForce, ownerOf, withKey, withKeys } from '../../../../core/keys/bindings.ts';

const defaults = { find: ['Mod+F', 'F3'], marks: ['M'], palette: ['Mod+K'] };

describe('keysInForce', () => {
  it('are those that commands come with, until they are changed', () => {
    expect(keysInForce(defaults, {})).toEqual(defaults);
    expect(keysInForce(defaults, { marks: [] })).toEqual({ ...defaults, marks: [] });
  });

  it('give a key to the command the reader has chosen, whatever another comes with', () => {
    expect(keysInForce(defaults, { marks: ['F3'] })).toEqual({ ...defaults, find: ['Mod+F'], marks: ['F3'] });
  });

  it('pass over commands that are not there', () => {
    expect(keysInForce(defaults, { gone: ['X'] })).toEqual(defaults);
  });
});

describe('changing keys', () => {
  it('adds one, and takes it from its owner, who loses nothing else', () => {
    const changed = withKey(defaults, {}, 'marks', 'Mod+F');
    expect(keysInForce(defaults, changed)).toEqual({ find: ['F3'], marks: ['M', 'Mod+F'], palette: ['Mod+K'] });
    expect(ownerOf(keysInForce(defaults, changed), 'Mod+F')).toBe('marks');
  });

  it('keeps nothing where a command has again what it comes with', () => {
    const changed = withKeys(defaults, withKey(defaults, {}, 'marks', 'X'), 'marks', ['M']);
    expect(changed).toEqual({});
  });

  it('gives a default back to its command when the other one lets go of it', () => {
    const taken = withKey(defaults, {}, 'marks', 'Mod+K');
    const back = withKey(defaults, taken, 'palette', 'Mod+K');
    expect(keysInForce(defaults, back)).toEqual(defaults);
    expect(back).toEqual({});
  });
});
