import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fittingBounds, readWindowStates } from '../../../../electron/main/window-state.ts';

const main = { x: 0, y: 25, width: 1440, height: 875 };
const right = { x: 1440, y: 0, width: 1920, height: 1080 };

describe('fittingBounds', () => {
  it('leaves a window where it stood, also on another screen and partly off it', () => {
    const window = { x: 1500, y: 40, width: 1000, height: 700 };
    expect(fittingBounds(window, [main, right])).toEqual(window);
    const half = { x: -600, y: 100, width: 1000, height: 700 };
    expect(fittingBounds(half, [main, right])).toEqual(half);
  });

  it('gives a window no place whose screen is gone, or whose title bar is out of reach', () => {
    const size = { width: 1000, height: 700 };
    expect(fittingBounds({ x: 1500, y: 40, ...size }, [main])).toEqual(size);
    expect(fittingBounds({ x: 100, y: 890, ...size }, [main])).toEqual(size);
    expect(fittingBounds({ x: 100, y: -30, ...size }, [main])).toEqual(size);
    expect(fittingBounds({ x: 1400, y: 40, ...size }, [main])).toEqual(size);
  });

  it('makes a window no larger than its screen', () => {
    expect(fittingBounds({ x: 10, y: 30, width: 3000, height: 2000 }, [main])).toEqual({
      ...{ x: 10, y: 30 },
      ...{ width: 1440, height: 875 },
    });
    expect(fittingBounds({ x: 9000, y: 0, width: 3000, height: 600 }, [main])).toEqual({ width: 1440, height: 600 });
  });
});

describe('readWindowStates', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'recto-window-'));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('has nothing to say the first time', () => {
    expect(readWindowStates(join(folder, 'window.json'))).toEqual([]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"windows":[]}',
    '{"windows":[{"x":0,"y":0,"width":-5,"height":700,"isMaximized":false,"isFullScreen":false,"place":null}]}',
    '{"x":"0"}',
  ])('does without a file that holds %j, and says so', (text) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const file = join(folder, 'window.json');
    writeFileSync(file, text);
    expect(readWindowStates(file)).toEqual([]);
    expect(told.mock.calls.flat().join(' ')).toContain(file);
  });
});
