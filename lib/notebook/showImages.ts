import type { GreyImage, RgbaImage } from '../image';
import type { DisplaySink } from './display';
import { currentDisplay } from './display';
import { escapeHtml } from './escapeHtml';
import type { ImageGridOptions } from './imageGrid';
import { imageGrid } from './imageGrid';

export interface ShowImagesOptions extends ImageGridOptions {
  /** What the pictures show, for people who cannot see them; the captions by default. */
  description?: string;
  display?: DisplaySink;
}

/** Shows grey or coloured images side by side, enlarged without smoothing, with captions. Throws as `imageGrid` does. */
export function showImages(
  images: readonly (GreyImage | RgbaImage)[],
  options: ShowImagesOptions = {},
): void {
  const { captions, display = currentDisplay() } = options;
  const { png, width, height } = imageGrid(images, options);
  const count = images.length === 1 ? 'a picture' : `${images.length} pictures`;
  const description = options.description ?? (captions ? `${count}: ${captions.join(', ')}` : count);
  const source = `data:image/png;base64,${png.toString('base64')}`;
  display.show({
    mime: 'text/html',
    content: `<img class="captcha-lab-image" width="${width}" height="${height}" style="max-width:100%;height:auto" alt="${escapeHtml(description)}" src="${source}">`,
    text: `[${description}]`,
    last: true,
  });
}
