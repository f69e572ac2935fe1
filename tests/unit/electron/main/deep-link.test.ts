import { describe, expect, it } from 'vitest';
import { linkIn } from '../../../../electron/main/deep-link.ts';

describe('linkIn', () => {
  it('finds the address among the other arguments', () => {
    expect(linkIn(['/opt/Recto/recto', '--lang=zh', 'recto://cncc/intel-tdx#idea.1'])).toBe(
      'recto://cncc/intel-tdx#idea.1',
    );
    expect(linkIn(['recto', 'RECTO://cncc/intel-tdx'])).toBe('RECTO://cncc/intel-tdx');
  });

  it('takes nothing else for one', () => {
    expect(linkIn(['recto', 'https://example.com/?recto://x/y', 'recto:', '/home/me/recto:/x'])).toBeUndefined();
    expect(linkIn([`recto://${'x'.repeat(2000)}`])).toBeUndefined();
  });
});
