/** The style sheet of an EPUB: neutral in light and dark, since fonts, sizes and colours are the reading system's. */
export const epubStyle = `body { overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; break-after: avoid; }
p, li, dd { orphans: 2; widows: 2; }
.title { margin-top: 30%; font-size: 2em; font-weight: bold; }
.subtitle { font-size: 1.3em; }
.imprint { margin-top: 3em; font-size: 0.85em; }
.part { opacity: 0.75; }
code, pre { font-family: ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace; font-size: 0.88em; }
pre { margin: 0; padding: 0.6em 0.8em; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.45; }
figure { margin: 1em 0; }
figure.code { border: 1px solid rgba(128, 128, 128, 0.5); border-radius: 4px; }
figure.code[data-output] { border-style: dashed; }
figure.figure { break-inside: avoid; text-align: center; }
figcaption { margin-top: 0.5em; font-size: 0.85em; text-align: center; }
img, svg { max-width: 100%; height: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.85em; }
th, td { padding: 0.35em 0.5em; border-bottom: 1px solid rgba(128, 128, 128, 0.4); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th, td:first-child { overflow-wrap: break-word; }
th:nth-last-child(n+6), th:nth-last-child(n+6) ~ th, td:first-child:nth-last-child(n+6), td code, td a { overflow-wrap: anywhere; }
@media (max-width: 32em) { th, td:first-child { overflow-wrap: anywhere; } }
tr { break-inside: avoid; }
aside { margin: 1em 0; padding: 0.6em 0.9em; border-inline-start: 3px solid rgba(128, 128, 128, 0.8); }
aside .label { margin-top: 0; font-size: 0.85em; font-weight: bold; }
.translation { opacity: 0.85; font-size: 0.95em; }
dt { break-after: avoid; }
mark { background-color: rgba(240, 200, 60, 0.4); color: inherit; }
mark.green { background-color: rgba(110, 190, 80, 0.35); }
mark.blue { background-color: rgba(90, 150, 230, 0.35); }
mark.pink { background-color: rgba(230, 110, 160, 0.35); }
mark.orange { background-color: rgba(240, 150, 60, 0.38); }
mark.purple { background-color: rgba(150, 110, 220, 0.35); }
.notes blockquote { margin: 0; padding-inline-start: 0.7em; border-inline-start: 3px solid rgba(128, 128, 128, 0.6); font-size: 0.92em; }
.facts { font-size: 0.8em; }
sup { font-size: 0.7em; line-height: 0; }
.drawing svg { font-family: sans-serif; }
.drawing svg text { fill: currentColor; }
.drawing svg .shape { fill: none; stroke: currentColor; stroke-width: 1; }
.drawing svg .fill { fill: none; }
.drawing svg .line { fill: none; stroke: currentColor; stroke-width: 1; }
.drawing svg .dashed { stroke-dasharray: 4 3; }
.drawing svg .thick { stroke-width: 2; }
.drawing svg .arrow { fill: currentColor; }
.drawing svg .arrow.line { fill: none; }
.drawing svg .edge-label .shape { stroke: none; }
.drawing svg .trusted .shape { fill: rgba(60, 150, 80, 0.18); }
.drawing svg .untrusted .shape { fill: rgba(200, 90, 50, 0.18); }
.drawing svg .data .shape { fill: rgba(70, 120, 200, 0.18); }
.drawing svg .key .shape { fill: rgba(200, 160, 40, 0.2); }
.drawing svg .external .shape { stroke-dasharray: 5 3; }
.tok-comment { opacity: 0.75; font-style: italic; }
.tok-keyword { font-weight: bold; }
.tok-placeholder { font-style: italic; text-decoration: underline dotted; }
`;
