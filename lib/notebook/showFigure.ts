import type { Figure } from '../plots';
import type { DisplaySink } from './display';
import { currentDisplay } from './display';
import { figureHtml } from './figureHtml';
import { plotlyScript } from './plotlyScript';

/** Options of `showFigure` and `createLiveFigure`. */
export interface ShowFigureOptions {
  display?: DisplaySink;
}

/** Shows a figure: interactive in JupyterLab and in exported HTML, its description as plain text elsewhere. */
export function showFigure(figure: Figure, { display = currentDisplay() }: ShowFigureOptions = {}): void {
  display.show({
    mime: 'text/html',
    content: plotlyScript() + figureHtml(figure),
    text: `[figure ${figure.name}: ${figure.description}]`,
    last: true,
  });
}
