import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { drawDiagram, type Diagram } from '../../../../build/compile/diagram.ts';
import { elementsIn, stringProperty } from '../../../../core/book/hast.ts';
import { plainText } from '../../../../core/book/plain-text.ts';
import { sentencesEn } from '../../../../core/book/sentences/en.ts';
import { inWords } from '../../../../core/book/sentences/say.ts';

function draw(text: string, strict = true): Diagram {
  return drawDiagram(text, { idPrefix: 'f1-', label: 'What it shows', strict });
}

/** What is said of a text that cannot be drawn. */
function wordsOf(diagram: Diagram): string[] {
  return diagram.ok ? [] : diagram.messages.map((message) => inWords(message, sentencesEn));
}

function svgOf(text: string): string {
  const diagram = draw(text);
  return diagram.ok ? toHtml(diagram.svg) : `refused: ${wordsOf(diagram).join(' ')}`;
}

const flowchart = `flowchart LR
  subgraph host[宿主机]
    a[虚拟机<br/>管理器]:::untrusted
  end
  a -- 密文 --> b[(内存)]:::data
  a -.-> c{确认？}:::key
  c ==> d([密钥]):::external`;

describe('drawDiagram', () => {
  it('says by classes what a node is', () => {
    const svg = svgOf(flowchart);
    for (const role of ['untrusted', 'data', 'key', 'external']) expect(svg).toContain(`<g class="node ${role}">`);
    expect(svg).toContain('class="subgraph"');
    expect(svg).toMatch(/class="edge line dashed"/);
    expect(svg).toMatch(/class="edge line thick"/);
  });

  it('points both ways where an arrow does', () => {
    const svg = svgOf('flowchart LR\n  a[A] <-->|x| b[B]');
    expect(svg).toMatch(/marker-start="url\(#f1-arrowhead-start\)"/);
    // The head at the start points back by its shape; turned by the browser too, it would point into the line.
    expect(svg).toMatch(/<marker [^>]*orient="auto" id="f1-arrowhead-start"><polygon points="8 0, 0 2.5, 8 5"/);
  });

  it('carries no style, colour, font, script or foreign id', () => {
    const diagram = draw(flowchart);
    if (!diagram.ok) throw new Error(wordsOf(diagram).join());
    for (const node of [diagram.svg, ...elementsIn(diagram.svg)]) {
      expect(node.tagName).toMatch(/^(svg|g|defs|marker|rect|circle|ellipse|line|path|polygon|polyline|text|tspan)$/);
      for (const [name, value] of Object.entries(node.properties)) {
        expect(name).not.toMatch(/^style$|^stroke|^font(?!Size)|^data|^on|href/i);
        if (name === 'fill') expect(value).toBe('none');
        if (name === 'id') expect(value).toMatch(/^f1-/);
        if (typeof value === 'string' && value.includes('url(')) expect(value).toMatch(/^url\(#f1-[\w-]+\)$/);
      }
    }
  });

  it('describes itself, has a size, and its labels are text', () => {
    const diagram = draw(flowchart);
    if (!diagram.ok) throw new Error(wordsOf(diagram).join());
    const { width, height, viewBox } = diagram.svg.properties;
    expect(diagram.svg.properties).toMatchObject({ role: 'img', ariaLabel: 'What it shows' });
    expect(viewBox).toBe(`0 0 ${String(width)} ${String(height)}`);
    expect(plainText(diagram.svg).split('\n').sort()).toEqual(
      ['内存', '宿主机', '密文', '密钥', '确认？', '管理器', '虚拟机'].sort(),
    );
  });

  it('draws sequences, replies dashed', () => {
    const svg = svgOf(
      'sequenceDiagram\n  participant A as 依赖方\n  participant B as 飞地\n  A->>B: 随机数\n  B-->>A: 引证\n',
    );
    expect(svg).toMatch(/<g class="message"><line [^>]*class="line dashed"/);
    expect(svg).toContain('依赖方');
  });

  it('puts titles of groups above the lines that come in, and below all other words', () => {
    const svg = svgOf('flowchart TB\n  a[甲] --> b\n  subgraph g[组]\n    b[乙]\n  end\n  a -- 词 --> b\n');
    const order = ['title-band', 'class="edge', '组</text>', '词</text>', '甲</text>'].map((part) => svg.indexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  it('has no empty strips around a sequence, and room between its boxes and the first message', () => {
    const diagram = draw('sequenceDiagram\n  participant A as 甲\n  participant B as 乙\n  A->>B: 问\n  B-->>A: 答\n');
    if (!diagram.ok) throw new Error(wordsOf(diagram).join());
    const all = [...elementsIn(diagram.svg)];
    const number = (tag: string, name: string, which = 0): number =>
      Number(stringProperty(all.filter(({ tagName }) => tagName === tag)[which] ?? diagram.svg, name));
    const [left, top, width, height] = String(diagram.svg.properties.viewBox).split(' ').map(Number);
    expect([left, top]).toEqual([number('rect', 'x') - 8, number('rect', 'y') - 8].map(Math.floor));
    expect(top! + height!).toBe(number('line', 'y2') + 8);
    expect(width).toBeLessThan(260);
    const words = all.find((node) => node.tagName === 'text' && plainText(node) === '问');
    expect(Number(stringProperty(words!, 'y')) - number('rect', 'y') - number('rect', 'height')).toBeGreaterThan(20);
  });

  it('widens the picture where a label would run out of it', () => {
    const label = '一段远远超出画面右边缘的很长很长很长的自言自语说明文字';
    const diagram = draw(`sequenceDiagram\n  participant A\n  A->>A: ${label}\n`);
    if (!diagram.ok) throw new Error(wordsOf(diagram).join());
    const text = [...elementsIn(diagram.svg)].find((node) => node.tagName === 'text' && plainText(node) === label);
    const end = Number(stringProperty(text ?? diagram.svg, 'x')) + label.length * 11;
    expect(Number(diagram.svg.properties.width)).toBeGreaterThan(end);
  });

  it('names labels that are wider than their arrow or their group', () => {
    const sequence = draw(
      'sequenceDiagram\n  participant A as 甲\n  participant B as 乙\n  A->>B: 一段非常非常长的消息说明文字写在两个参与者之间\n  B->>A: 好\n',
    );
    expect(sequence).toMatchObject({ ok: true, overruns: ['一段非常非常长的消息说明文字写在两个参与者之间'] });
    const group = draw('flowchart TB\n  subgraph g[远远长于它所包含的节点的分组标题]\n    a[甲]\n  end\n');
    expect(group).toMatchObject({ ok: true, overruns: ['远远长于它所包含的节点的分组标题'] });
  });

  it('finds room for Chinese and English labels in every kind of box', () => {
    const text = '机密虚拟机 Confidential VM with wwwMMM';
    const shapes = [
      `a[${text}]`,
      `b(${text})`,
      `c([${text}])`,
      `d[(${text})]`,
      `e{${text}}`,
      `f((${text}))`,
      `g{{${text}}}`,
      `h[[${text}]]`,
    ];
    expect(draw(`flowchart TB\n${shapes.map((shape) => `  ${shape} -- ${text} --> z`).join('\n')}`)).toMatchObject({
      ok: true,
      overruns: [],
    });
  });

  it('refuses colours and unknown classes in our own format, and ignores them in others', () => {
    const coloured = 'flowchart LR\n  a[A]:::red --> b\n  classDef red fill:#f00\n  style b fill:#0f0\n';
    expect(wordsOf(draw(coloured))).toEqual([
      'A figure has no colours of its own: “classDef red fill:#f00”.',
      'A figure has no colours of its own: “style b fill:#0f0”.',
      'There is no class “red”; use trusted, untrusted, data, key, external.',
    ]);
    expect(draw(coloured, false).ok).toBe(true);
  });

  it('says why a text cannot be drawn', () => {
    for (const text of ['pie\n  "a": 1', '', 'flowchart', 'x'.repeat(30_000)]) {
      expect(wordsOf(draw(text))).toEqual([expect.stringMatching(/cannot be drawn|too large/)]);
    }
  });

  it('escapes what labels hold', () => {
    const svg = svgOf('flowchart LR\n  a["<script>alert(1)</script> & \'x\'"] --> b["<img src=x onerror=y>"]\n');
    expect(svg).not.toMatch(/<script|<img/);
  });
});
