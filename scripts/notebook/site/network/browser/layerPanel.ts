import type { GreyImage } from '../../../../../lib/image/greyImage';
import type { tf } from '../../../../../lib/tensorflow';
import type { FeatureMaps } from '../../../../../lib/visualize/activations';
import { tileOf } from '../../../../../lib/visualize/tileOf';
import { element } from '../../try/browser/element';
import { paintSized, rgbaOf } from '../../try/browser/paint';
import type { DrawnCharacter } from '../networkData';
import { layersWithMaps, mapsOf } from './inspectCharacter';
import { mapAt, mapSheet } from './mapSheet';
import { strongestPanel } from './strongestPanel';

/** What the part "Layer by layer" works on. */
export interface LayerPanelOptions {
  readonly model: tf.LayersModel;
  readonly inputScale: number;
  /** Characters to find those in that a filter answers most. */
  readonly characters: readonly DrawnCharacter[];
}

/** `convolution_1` as people say it. */
export function nameOfLayer(layer: string): string {
  const [kind, number] = layer.split('_');
  return `${kind[0].toUpperCase()}${kind.slice(1)} ${number}`;
}

/** Sets up the part "Layer by layer"; what it returns shows a character in it. */
export function layerPanel({ model, inputScale, characters }: LayerPanelOptions): (image: GreyImage) => void {
  const field = element('filter', HTMLInputElement);
  const sheet = element('sheet', HTMLCanvasElement);
  const strongest = strongestPanel({ model, inputScale, characters });
  const [first, ...others] = layersWithMaps(model);
  let layer = first;
  let image: GreyImage | undefined;
  let maps: FeatureMaps | undefined;
  const chosen = (): number =>
    Math.min(Math.max(Math.trunc(Number(field.value)) || 1, 1), Number(field.max)) - 1;

  const showFilter = (): void => {
    if (!maps) return;
    const filter = chosen();
    const { width, height } = maps;
    const values = maps.maps[filter];
    const blank = maps.maps.filter((one) => one.every((value) => value === 0)).length;
    const name = nameOfLayer(layer);
    element('layer-told', HTMLElement).textContent =
      `${name}: ${maps.maps.length} maps of ${height} rows and ${width} columns; ${blank} of them are blank.`;
    paintSized(sheet, mapSheet(maps, filter), `The maps of ${name}; map ${filter + 1} is framed`);
    const largest = Math.max(...values);
    const at = values.indexOf(largest);
    const told =
      largest > 0
        ? `largest value ${largest.toFixed(2)}, in row ${Math.floor(at / width) + 1} and column ${(at % width) + 1}`
        : 'blank: the filter finds nothing here';
    const map = element('map', HTMLCanvasElement);
    paintSized(map, rgbaOf(tileOf({ width, height, values })), `Map ${filter + 1} of ${name}: ${told}`);
    element('map-told', HTMLElement).textContent = `Map ${filter + 1}: ${told}.`;
    strongest.show(layer, filter);
  };
  const showLayer = (): void => {
    if (!image) return;
    maps = mapsOf(model, image, layer, inputScale);
    field.max = String(maps.maps.length);
    // At first the filter that finds most.
    if (field.value === '') {
      const largest = maps.maps.map((values) => Math.max(...values));
      field.value = String(largest.indexOf(Math.max(...largest)) + 1);
    }
    showFilter();
  };

  const fieldset = element('layers', HTMLElement);
  for (const name of [first, ...others]) {
    const label = document.createElement('label');
    label.className = 'layer';
    label.innerHTML = `<input type="radio" name="layer" value="${name}"${name === first ? ' checked' : ''}> ${nameOfLayer(name)}`;
    label.querySelector('input')!.onchange = () => {
      layer = name;
      field.value = '';
      showLayer();
    };
    fieldset.append(label);
  }
  field.oninput = () => {
    // What is half typed is no number yet.
    if (field.validity.valid && field.value !== '') showFilter();
  };
  sheet.onclick = (event) => {
    const { left, top, width, height } = sheet.getBoundingClientRect();
    const [across, down] = [(event.clientX - left) / width, (event.clientY - top) / height];
    const filter = maps && mapAt(maps, across, down);
    if (filter === undefined) return;
    field.value = String(filter + 1);
    showFilter();
  };
  return (shown) => {
    image = shown;
    showLayer();
  };
}
