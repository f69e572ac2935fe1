import { describe, expect, it } from 'vitest';
import { fitScale, fractionAt, limited, stepped, wheeled } from '../../../../renderer/features/blocks/zoom.ts';

describe('zooming', () => {
  it('fits a picture into the room, and enlarges a small one to three times at most', () => {
    expect(fitScale({ width: 1000, height: 100 }, { width: 500, height: 400 })).toBe(0.5);
    expect(fitScale({ width: 100, height: 400 }, { width: 800, height: 600 })).toBe(1.5);
    expect(fitScale({ width: 10, height: 10 }, { width: 800, height: 600 })).toBe(3);
    expect(fitScale({ width: 0, height: 0 }, { width: 800, height: 600 })).toBe(1);
  });

  it('goes from all on the screen, or the natural size, to 800 %', () => {
    expect(limited(100, 0.4)).toBe(8);
    expect(limited(0.01, 0.4)).toBe(0.4);
    expect(limited(0.5, 2)).toBe(1);
  });

  it('comes back to where it was by as many steps', () => {
    expect(stepped(stepped(2, 1, 0.5), -1, 0.5)).toBeCloseTo(2);
  });

  it('grows when the wheel is turned away, a pinch being finer than a turn', () => {
    expect(wheeled(1, -100, false, 0.5)).toBeGreaterThan(1);
    expect(wheeled(1, 100, false, 0.5)).toBeLessThan(1);
    expect(wheeled(1, -10, true, 0.5)).toBeGreaterThan(wheeled(1, -10, false, 0.5));
  });

  it('knows where in the picture a point is, also beside it', () => {
    expect(fractionAt(150, 100, 200)).toBe(0.25);
    expect(fractionAt(50, 100, 200)).toBe(0);
    expect(fractionAt(50, 100, 0)).toBe(0.5);
  });
});
