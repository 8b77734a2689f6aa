/** Colours of the site's pages (`site.css`) and of the figures' theme. Plain rules and no variables: programs for
 *  drawing and printing know those. */
const LIGHT = {
  page: '#ffffff',
  text: '#1f2328',
  faint: '#59636e',
  line: '#818b96',
  panel: '#f6f8fa',
  first: '#0072b2',
  firstPale: '#d6e9f5',
  second: '#b34700',
  secondPale: '#fbe3d0',
};

const DARK: typeof LIGHT = {
  page: '#14181d',
  text: '#e6e9ed',
  faint: '#9aa4af',
  line: '#6b7682',
  panel: '#1d232a',
  first: '#6cb6ff',
  firstPale: '#173a56',
  second: '#ffa657',
  secondPale: '#55301a',
};

const FONT = '"Open Sans","Segoe UI",Roboto,Helvetica,Arial,sans-serif';

/** Colour of a text or of a line. */
export type Tone = 'text' | 'faint' | 'line' | 'first' | 'second';

/** Ground of a box or of a cell. */
export type Fill = 'page' | 'panel' | 'first-pale' | 'second-pale' | 'first' | 'none';

function rules(colours: typeof LIGHT): string {
  const { page, text, faint, line, panel, first, firstPale, second, secondPale } = colours;
  const tones = { text, faint, line, first, second };
  const fills = { page, panel, 'first-pale': firstPale, 'second-pale': secondPale, first, none: 'none' };
  return [
    ...Object.entries(tones).map(
      ([name, colour]) => `.t-${name}{fill:${colour}}.s-${name}{stroke:${colour}}`,
    ),
    ...Object.entries(fills).map(([name, colour]) => `.f-${name}{fill:${colour}}`),
  ].join('');
}

/** The style sheet that every diagram carries. */
export const DIAGRAM_STYLE =
  `text{font-family:${FONT}}${rules(LIGHT)}` + `@media(prefers-color-scheme:dark){${rules(DARK)}}`;
