import type { Figure } from '../plots';
import type { DisplaySink } from './display';
import { currentDisplay } from './display';
import { figureForms, figureHtml } from './figureHtml';
import { plotlyScript } from './plotlyScript';

export interface ShowFigureOptions {
  display?: DisplaySink;
}

/** Shows a figure: interactive in JupyterLab, VS Code and exported HTML, its description as plain text elsewhere. */
export function showFigure(figure: Figure, { display = currentDisplay() }: ShowFigureOptions = {}): void {
  display.show({
    mime: 'text/html',
    content: plotlyScript() + figureHtml(figure),
    also: figureForms(figure),
    text: `[figure ${figure.name}: ${figure.description}]`,
    last: true,
  });
}
