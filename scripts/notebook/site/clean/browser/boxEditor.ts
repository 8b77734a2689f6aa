import type { Box } from '../../../../../lib/image/crop';
import { element } from '../../try/browser/element';

const WIDTH = 200;
const HEIGHT = 50;

/** Lays a button over the cleaned picture for each box, to be dragged or moved by the arrow keys, which change its size with Shift.
 *  The list is changed in place; `changed` is told. */
export function boxEditor(boxes: Box[], changed: () => void): void {
  const layer = element('boxes', HTMLElement);
  const place = (button: HTMLElement, { x, y, width, height }: Box, index: number): void => {
    const [across, down] = [100 / WIDTH, 100 / HEIGHT];
    button.style.cssText = `left:${x * across}%;top:${y * down}%;width:${width * across}%;height:${height * down}%`;
    button.setAttribute(
      'aria-label',
      `Box ${index + 1}: ${width} × ${height} pixels at column ${x}, row ${y}`,
    );
  };
  const set = (button: HTMLElement, index: number, box: Box): void => {
    const width = Math.min(Math.max(box.width, 1), WIDTH);
    const height = Math.min(Math.max(box.height, 1), HEIGHT);
    const inside = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
    boxes[index] = { x: inside(box.x, WIDTH - width), y: inside(box.y, HEIGHT - height), width, height };
    place(button, boxes[index], index);
    changed();
  };
  boxes.forEach((box, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    place(button, box, index);
    button.onkeydown = (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!step) return;
      event.preventDefault();
      const { x, y, width, height } = boxes[index];
      const [dx, dy] = step;
      set(
        button,
        index,
        event.shiftKey
          ? { x, y, width: width + dx, height: height + dy }
          : { x: x + dx, y: y + dy, width, height },
      );
    };
    button.onpointerdown = (down) => {
      const start = boxes[index];
      const pixel = layer.parentElement!.clientWidth / WIDTH;
      button.setPointerCapture(down.pointerId);
      button.onpointermove = (move) => {
        const dx = Math.round((move.clientX - down.clientX) / pixel);
        const dy = Math.round((move.clientY - down.clientY) / pixel);
        set(button, index, { ...start, x: start.x + dx, y: start.y + dy });
      };
      button.onpointerup = () => {
        button.onpointermove = null;
      };
    };
    layer.append(button);
  });
}
