// Runs in the pages of out/: draws each figure when it comes into sight, in the colours of the page.
import type { Figure } from '../../../lib/plots/figure';
import { fitFigure } from '../../../lib/plots/fitFigure';
import { PLOT_SETTINGS } from '../../../lib/plots/plotSettings';
import { makeOneStop } from './makeOneStop';

interface PlotlyInPage {
  react(box: HTMLElement, data: unknown, layout: unknown, settings: unknown): Promise<unknown>;
}

const DARK_PAGE = '#14181d';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

function draw(figure: Element, plotly: PlotlyInPage): void {
  const box = figure.querySelector<HTMLElement>('.plot')!;
  const figureAsMade = JSON.parse(inColours(figure.querySelector('script')!.textContent)) as Figure;
  const { data, layout } = fitFigure(figureAsMade, { width: box.clientWidth });
  if (!box.dataset.drawn) box.textContent = '';
  box.dataset.drawn = 'yes';
  box.style.height = `${layout.height ?? 420}px`;
  const colours = {
    ...(dark.matches ? { paper_bgcolor: DARK_PAGE } : {}),
    ...(dark.matches && layout.plot_bgcolor === '#ffffff' ? { plot_bgcolor: DARK_PAGE } : {}),
  };
  void plotly.react(box, data, { ...layout, ...colours }, PLOT_SETTINGS).then(() => {
    makeOneStop(box);
  });
}

/** Dark text and light grid lines trade places on a dark page; the colours of the data stay. */
function inColours(json: string): string {
  return dark.matches ? json.replaceAll('#1f2328', '#e6e9ed').replaceAll('#e2e4e7', '#39424c') : json;
}

function start(plotly: PlotlyInPage): void {
  const figures = Array.from(document.querySelectorAll('.figure'));
  const seen = (entries: IntersectionObserverEntry[]): void => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      draw(target, plotly);
    }
  };
  const watch = new IntersectionObserver(seen, { rootMargin: '400px' });
  for (const figure of figures) watch.observe(figure);
  dark.addEventListener('change', () => {
    for (const figure of figures) if (figure.querySelector('[data-drawn]')) draw(figure, plotly);
  });
  // A figure of a width of its own was fitted to the page as it was; a telephone can be turned.
  let width = window.innerWidth;
  let pending = 0;
  window.addEventListener('resize', () => {
    window.clearTimeout(pending);
    pending = window.setTimeout(() => {
      // Telephones also report a resize when their address bar goes, which changes the height alone.
      if (window.innerWidth === width) return;
      width = window.innerWidth;
      for (const figure of figures) if (figure.querySelector('[data-drawn]')) draw(figure, plotly);
    }, 200);
  });
  window.addEventListener('beforeprint', () => {
    for (const figure of figures) draw(figure, plotly);
  });
}

/** Boxes are in the tab order so that they scroll by keyboard; those with nothing to scroll leave it. */
function keepScrolling(): void {
  for (const box of Array.from(document.querySelectorAll<HTMLElement>('[role="region"]'))) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
}

keepScrolling();
window.addEventListener('resize', keepScrolling);
const { Plotly } = window as unknown as { Plotly?: PlotlyInPage };
if (Plotly) start(Plotly);
