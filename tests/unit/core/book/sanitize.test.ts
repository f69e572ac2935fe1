import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { elementsIn, parseFragment } from '../../../../core/book/hast.ts';
import { removedTags, sanitizeTree } from '../../../../core/book/sanitize.ts';

function clean(html: string): string {
  return toHtml(sanitizeTree(parseFragment(html)));
}

describe('sanitizeTree', () => {
  it.each([
    ['<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['<img src="x.png" onerror="alert(1)">', '<img src="x.png">'],
    ['<p onclick="x()" style="color:red" class="callout" id="content">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" java\nscript:alert(1)">a</a>', '<a>a</a>'],
    ['<img src="data:text/html,x">', '<img>'],
    ['<iframe src="https://a.example"></iframe>b', 'b'],
    ['<style>p{}</style>b', 'b'],
    ['<svg><script>alert(1)</script><a xlink:href="javascript:x">y</a></svg>z', 'z'],
    ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>z', 'z'],
    ['<form name="getElementById"><input name="attributes"><p id="body" name="x">a</p></form>', '<p>a</p>'],
    ['<object data="x"></object><embed src="x"><base href="https://a.example">a', 'a'],
    ['<template><p>hidden</p></template>a', 'a'],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>a', ''],
    ['<td>loose</td>', 'loose'],
    ['<details><summary>More</summary>text</details>', 'Moretext'],
    ['<!-- comment --><?php x ?>a', 'a'],
    ['<ol start="3"><li value="4">a</li></ol>', '<ol start="3"><li value="4">a</li></ol>'],
    [
      '<table><tr><td align="center" colspan="2" width="9">a</td></tr></table>',
      '<table><tbody><tr><td align="center" colspan="2">a</td></tr></tbody></table>',
    ],
    ['<aside data-kind="evil">a</aside>', '<aside>a</aside>'],
  ])('turns %s into %s', (html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  it('lets no event handler, style, id, name or class through, whatever the markup', () => {
    const soup = fc.array(
      fc.constantFrom(
        ...'<p>|</p>|<svg>|</svg>|<math>|<style>|</style>|<img src=x onerror=y>|<a id=a name=b href=javascript:x>|</a>|<table>|<tr>|<td style=x>|</table>|<b class=c>|</b>|<!--|-->|<noscript>|<select>|<template>|<form>|text|"|\'|>|<|&lt;'.split(
          '|',
        ),
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(soup, (pieces) => {
        // Read once more, as the page will.
        for (const node of elementsIn(parseFragment(clean(pieces.join(''))))) {
          expect(['script', 'style', 'svg', 'math', 'iframe', 'noscript', 'template', 'form']).not.toContain(
            node.tagName,
          );
          for (const [name, value] of Object.entries(node.properties)) {
            expect(name).not.toMatch(/^on|^style$|^id$|^name$|^className$/);
            expect(String(value)).not.toMatch(/javascript:/);
          }
        }
      }),
    );
  });
});

describe('removedTags', () => {
  it('names what a reader may miss, and nothing that only looked different', () => {
    const tree = parseFragment('<center><font>a</font></center><script></script>run <node-name> and <video></video>');
    expect(removedTags(tree)).toEqual(['node-name', 'script', 'video']);
  });
});
