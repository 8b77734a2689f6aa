import { greyImage, type GreyImage } from '../../../../../lib/image/greyImage';
import { CROP_HEIGHT, CROP_WIDTH } from '../../../../../lib/report/report';

/** What a stroke is made of: ink 0, paper 255. */
export type Pen = 'ink' | 'paper';

/** A picture with a dot of 3 x 3 pixels at each point of a straight stroke; `image` stays as it is. Points outside are cut off. */
export function stroke(
  image: GreyImage,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  pen: Pen,
): GreyImage {
  const data = Uint8Array.from(image.data);
  const length = Math.max(1, ...[0, 1].map((axis) => Math.abs(to[axis] - from[axis])));
  for (let step = 0; step <= length; step++) {
    const [x, y] = [0, 1].map((axis) => Math.round(from[axis] + ((to[axis] - from[axis]) * step) / length));
    for (let row = Math.max(0, y - 1); row <= Math.min(image.height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(image.width - 1, x + 1); column++) {
        data[row * image.width + column] = pen === 'ink' ? 0 : 255;
      }
    }
  }
  return greyImage(image.width, image.height, data);
}

/** Lets people draw on a canvas of a character's size, by pointer and by keyboard. draw: called with each stroke; moved: with the
 *  place of the keyboard's pen, which is undefined while it is not in use. */
export function penOn(
  canvas: HTMLCanvasElement,
  draw: (from: readonly [number, number], to: readonly [number, number]) => void,
  moved: (place: readonly [number, number] | undefined) => void,
): void {
  const placeOf = (event: PointerEvent): [number, number] => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [
      Math.floor(((event.clientX - left) * CROP_WIDTH) / width),
      Math.floor(((event.clientY - top) * CROP_HEIGHT) / height),
    ];
  };
  canvas.onpointerdown = (down) => {
    let last = placeOf(down);
    canvas.setPointerCapture(down.pointerId);
    draw(last, last);
    canvas.onpointermove = (move) => {
      const next = placeOf(move);
      if (next[0] === last[0] && next[1] === last[1]) return;
      draw(last, next);
      last = next;
    };
    canvas.onpointerup = canvas.onpointercancel = () => {
      canvas.onpointermove = null;
    };
  };
  let pen: [number, number] = [Math.floor(CROP_WIDTH / 2), Math.floor(CROP_HEIGHT / 2)];
  canvas.onkeydown = (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === ' ') draw(pen, pen);
    else if (step) {
      const inside = (value: number, size: number): number => Math.min(Math.max(value, 0), size - 1);
      pen = [inside(pen[0] + step[0], CROP_WIDTH), inside(pen[1] + step[1], CROP_HEIGHT)];
    } else return;
    event.preventDefault();
    moved(pen);
  };
  canvas.onblur = () => {
    moved(undefined);
  };
}
