import { describe, expect, it } from 'vitest';
import { resolveLink, resolvePath, type LinkMap } from '../../../../core/book/links.ts';

const map: LinkMap = {
  chapters: new Map([
    ['zh/introduction.md', { chapterId: 'introduction', lang: 'zh', anchors: new Map([['why', 'why']]) }],
    [
      'zh/platforms/tdx.md',
      {
        chapterId: 'tdx',
        lang: 'zh',
        anchors: new Map([
          ['测量', '测量'],
          ['old', '测量'],
        ]),
      },
    ],
    ['en/introduction.md', { chapterId: 'introduction', lang: 'en', anchors: new Map() }],
    ['guide/README.md', { chapterId: 'guide-readme', lang: 'zh', anchors: new Map() }],
  ]),
};
const recto = { dialect: 'recto', file: 'zh/platforms/tdx.md', lang: 'zh' } as const;
const gitbook = { ...recto, dialect: 'gitbook' } as const;

describe('resolveLink', () => {
  it('leads to chapters and their sections', () => {
    expect(resolveLink('../introduction.md#why', recto, map).href).toBe('#/introduction/why');
    expect(resolveLink('tdx.md', recto, map).href).toBe('#/tdx');
    expect(resolveLink('#%E6%B5%8B%E9%87%8F', recto, map).href).toBe('#/tdx/测量');
    expect(resolveLink('/zh/introduction.md', recto, map).href).toBe('#/introduction');
  });

  it('leads from an anchor of another tool to its section', () => {
    expect(resolveLink('#old', gitbook, map).href).toBe('#/tdx/测量');
  });

  it('leads from a folder to its readme', () => {
    expect(resolveLink('../../guide/', gitbook, map).href).toBe('#/guide-readme');
  });

  it('reports a missing chapter, and one in another language', () => {
    expect(resolveLink('sgx.md', recto, map)).toMatchObject({ href: undefined, problem: { code: 'link-dead' } });
    expect(resolveLink('../../en/introduction.md', recto, map)).toMatchObject({
      href: undefined,
      problem: { code: 'link-dead' },
    });
  });

  it('reports a missing heading and leads to the chapter', () => {
    const link = resolveLink('../introduction.md#nope', recto, map);
    expect(link).toMatchObject({ href: '#/introduction', problem: { code: 'link-anchor-dead' } });
  });

  it('does not lead out of the book', () => {
    expect(resolveLink('../../../etc/passwd', recto, map).problem?.code).toBe('path-outside-book');
  });

  it('takes no name of an object for an anchor', () => {
    expect(resolveLink('#__proto__', recto, map).problem?.code).toBe('link-anchor-dead');
    expect(resolveLink('#constructor', recto, map).problem?.code).toBe('link-anchor-dead');
  });

  it('keeps https addresses, and wants nothing else in our own format', () => {
    expect(resolveLink('https://a.example/', recto, map)).toEqual({
      href: 'https://a.example/',
      external: true,
      problem: undefined,
    });
    expect(resolveLink('http://a.example/', recto, map).problem?.code).toBe('link-not-https');
    expect(resolveLink('http://a.example/', gitbook, map).problem).toBeUndefined();
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    '//a.example/x',
  ])('refuses %s', (href) => {
    expect(resolveLink(href, gitbook, map)).toMatchObject({ href: undefined, problem: { code: 'link-refused' } });
  });
});

describe('resolvePath', () => {
  it('resolves against the folder of a file and stops at the book', () => {
    expect(resolvePath('a/b.md', '../c/./d.md')).toBe('c/d.md');
    expect(resolvePath('a/b.md', '../../c')).toBeUndefined();
    expect(resolvePath('b.md', '/x/y')).toBe('x/y');
  });
});
