import type { Figure } from '../plots';
import { createThrottle } from './createThrottle';
import { currentDisplay } from './display';
import { figureForms, figureHtml } from './figureHtml';
import { plotlyScript } from './plotlyScript';
import type { ShowFigureOptions } from './showFigure';

/** A figure that is redrawn in place. */
export interface LiveFigure {
  /** Draws `figure` in place of the last one, at most twice a second; updates that come sooner are dropped. */
  update(figure: Figure): void;
  /** Draws `figure` for good. */
  done(figure: Figure): void;
}

export interface LiveFigureOptions extends ShowFigureOptions {
  /** Least time between two updates, in milliseconds. */
  interval?: number;
  /** Clock in milliseconds. */
  now?: () => number;
}

/** Shows `figure` and returns the means to redraw it in place: curves that grow while a network trains. Every
 *  figure must keep the height of the first one, so that the page does not jump. The notebook keeps the last. */
export function createLiveFigure(
  figure: Figure,
  { interval = 500, now = () => performance.now(), display = currentDisplay() }: LiveFigureOptions = {},
): LiveFigure {
  // plotly.js must not travel again with each update, so it goes out beside the figure.
  const script = plotlyScript();
  if (script) display.show({ mime: 'text/html', content: script, text: '' });
  const slot = display.slot();
  const due = createThrottle({ interval, now });
  const draw = (next: Figure, last: boolean): void => {
    const text = `[figure ${next.name}: ${next.description}]`;
    slot.show({ mime: 'text/html', content: figureHtml(next), also: figureForms(next), text, last });
  };
  due();
  draw(figure, false);
  return {
    update(next) {
      if (due()) draw(next, false);
    },
    done(next) {
      draw(next, true);
    },
  };
}
