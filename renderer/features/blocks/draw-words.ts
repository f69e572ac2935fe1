/**
 * Draws the words of `drawing`, which is on the page, onto a canvas that shows its part `frame` (in the drawing's units):
 * at the places and in the fonts that they have on the page.
 */
export function drawWords(canvas: HTMLCanvasElement, drawing: SVGSVGElement, frame: DOMRect): void {
  const context = canvas.getContext('2d');
  const toDrawing = drawing.getScreenCTM()?.inverse();
  if (!context || !toDrawing) return;
  const toCanvas = new DOMMatrix()
    .scale(canvas.width / frame.width, canvas.height / frame.height)
    .translate(-frame.x, -frame.y);
  for (const text of drawing.querySelectorAll('text')) {
    const onScreen = text.getScreenCTM();
    if (!onScreen) continue;
    context.setTransform(toCanvas.multiply(toDrawing).multiply(onScreen));
    const lines = text.querySelectorAll('tspan');
    for (const line of lines.length > 0 ? lines : [text]) drawLine(context, line);
  }
  context.resetTransform();
}

function drawLine(context: CanvasRenderingContext2D, line: SVGTextContentElement): void {
  if (line.getNumberOfChars() === 0) return;
  const style = getComputedStyle(line);
  const { x, y } = line.getStartPositionOfChar(0);
  const words = line.textContent.trim();
  const middle = x + line.getComputedTextLength() / 2;
  context.textAlign = 'center';
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  // Where lines pass behind words, an edge in the colour of the ground keeps them apart.
  if (style.stroke !== 'none') {
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.lineJoin = 'round';
    context.strokeStyle = style.stroke;
    context.strokeText(words, middle, y);
  }
  context.fillStyle = style.fill;
  context.fillText(words, middle, y);
}
