/** Files of the two open faces that come with the kit: Open Sans Bold and DejaVu Sans Condensed Bold. Like
 *  the fonts of the data set they are bold humanist sans faces. */
export function bundledFonts(): string[] {
  return [
    require.resolve('@fontsource/open-sans/files/open-sans-latin-700-normal.woff2'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  ];
}
