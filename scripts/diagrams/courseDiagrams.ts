import { augment, VARIANTS } from 'captcha-lab/augment';
import {
  cleaningDiagram,
  convolutionDiagram,
  ctcDiagram,
  gradCamDiagram,
  networkDiagram,
  paddingDiagram,
  poolingDiagram,
  variantsDiagram,
  type Diagram,
} from 'captcha-lab/diagrams';
import { generateCaptcha } from 'captcha-lab/generator';
import { drawBoxes, type GreyImage } from 'captcha-lab/image';
import { describeNetwork } from 'captcha-lab/model';
import { cropBoxes, cropCharacters, preprocess, TABLE_IV } from 'captcha-lab/report';

/** The CAPTCHA that is cleaned, and whose second character is turned and shifted: drawn by the generator. */
const SHOWN = { text: 'b4n7x', seed: 1 };

/** The diagrams of the notebooks, in their order. Numbers in the first ones are those of the cells beside them. */
export function courseDiagrams(): Diagram[] {
  const { image } = generateCaptcha(SHOWN);
  const crops = cropCharacters(preprocess(image).clean);
  return [
    cleaning(image, crops),
    variantsDiagram(
      crops[1],
      augment(crops[1]).map((picture, index) => ({ ...VARIANTS[index], picture })),
    ),
    convolutionDiagram(
      [
        [1, 0, 0, 1, 1],
        [1, 0, 0, 1, 1],
        [1, 0, 0, 1, 1],
        [1, 0, 0, 1, 1],
      ],
      {
        kernel: [
          [-1, 0, 1],
          [-1, 0, 1],
          [-1, 0, 1],
        ],
        at: [0, 1],
      },
    ),
    paddingDiagram({ size: 5, kernel: 3 }),
    poolingDiagram([
      [0, 3, 1, 1],
      [1, 2, 0, 4],
      [5, 0, 2, 2],
      [0, 0, 6, 1],
    ]),
    networkDiagram({
      input: TABLE_IV.input!,
      rows: describeNetwork(TABLE_IV).rows,
      title: `${TABLE_IV.name}: from a picture to one of ${TABLE_IV.classes ?? 0} classes`,
    }),
    gradCamDiagram({
      maps: [
        [
          [1, 0],
          [2, 0],
        ],
        [
          [0, 3],
          [1, 1],
        ],
      ],
      gradients: [
        [
          [0.5, 0.5],
          [1.5, 1.5],
        ],
        [
          [-1, -1],
          [-1, 1],
        ],
      ],
    }),
    ctcDiagram([
      ['n', 'n', '', 'n', '', '', 'x', 'x'],
      ['', 'n', '', '', 'n', 'n', 'x', ''],
    ]),
  ];
}

function cleaning(image: GreyImage, crops: readonly GreyImage[]): Diagram {
  const { threshold, otsu, dilated, eroded, clean } = preprocess(image);
  const stages = [
    { name: 'Grey', does: ['Each pixel is a number: 0 is ink, 255 is paper.'], picture: image },
    { name: 'Otsu', does: [`Values above ${threshold} become paper,`, 'all others ink.'], picture: otsu },
    {
      name: 'Dilated, 3 x 3',
      does: ['Paper grows: thin lines go,', 'strokes are thinner.'],
      picture: dilated,
    },
    {
      name: 'Eroded, 3 x 3',
      does: ['Ink grows: strokes have their width back,', 'lines do not come back.'],
      picture: eroded,
    },
    {
      name: 'Dilated, 3 rows x 1 column',
      does: ['What lies flat gets thinner;', 'upright strokes do not.'],
      picture: clean,
    },
    { name: 'Boxes', does: ['Five, always at the same places.'], picture: drawBoxes(clean, cropBoxes()) },
  ];
  const { width, height } = crops[0];
  return cleaningDiagram(stages, {
    crops,
    cropWords: [`Five crops of ${width} x ${height} pixels`, 'are what a network reads.'],
  });
}
