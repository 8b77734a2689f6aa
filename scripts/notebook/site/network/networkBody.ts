import { escapeHtml } from '../../../../lib/notebook/escapeHtml';
import type { NetworkCard } from '../../../../lib/experiments/networkCard';
import { ALPHABET } from '../../../../lib/report/alphabet';
import { CROP_HEIGHT, CROP_WIDTH } from '../../../../lib/report/report';
import { EXAMPLES_OF_CLASS, STRONGEST_CLASSES } from './networkData';

/** The page that looks into a network, as HTML; its script fills in what is computed.
 *  bytes: of what it loads when asked to. */
export function networkBody(card: NetworkCard, { bytes }: { bytes: number }): string {
  const megabytes = (bytes / 1e6).toFixed(1);
  return `<h1>Look into a network</h1>
<p>A network of the report's kind reads one character at a time. Choose one or draw one, and see what each of its layers makes of it, which
classes it thinks of, where that comes from, and what a filter waits for. All is computed here, in your browser, by the library's own
code: nothing is sent anywhere.</p>
<noscript><p class="failed">This page needs JavaScript: the network runs in it.</p></noscript>
<p class="buttons"><button type="button" id="load">Load the network, ${megabytes} MB</button></p>
<p id="message" class="message" role="status"></p>
<div id="bench" hidden>
${characterHtml()}
${layersHtml(card)}
</div>
${purposeHtml(card)}`;
}

function characterHtml(): string {
  const options = Array.from(ALPHABET, (one) => `<option>${one}</option>`).join('');
  const size = `width="${CROP_WIDTH}" height="${CROP_HEIGHT}"`;
  const classes = Array.from(
    { length: STRONGEST_CLASSES },
    (_, rank) =>
      `<label class="class"><input type="radio" name="class" value="${rank}"${rank === 0 ? ' checked' : ''}><span class="letter"></span><span class="track"><i></i></span><span class="share"></span></label>`,
  ).join('');
  return `<section aria-labelledby="character-heading"><h2 id="character-heading">The character</h2>
<form id="choose" class="panel" autocomplete="off" novalidate>
<div class="field"><label for="character">Character</label><select id="character">${options}</select></div>
<div class="field"><label for="example">Example</label><input id="example" type="number" min="1" max="${EXAMPLES_OF_CLASS}" step="1" value="1" inputmode="numeric"></div>
<fieldset class="pens"><legend>The pen</legend><label><input type="radio" name="pen" value="ink" checked> ink</label> <label><input type="radio" name="pen" value="paper"> paper</label></fieldset>
<div class="buttons"><button type="button" id="wipe">Empty paper</button></div>
<p class="hint">${EXAMPLES_OF_CLASS} examples of each, drawn by the kit's generator and cleaned as the report does; the network learnt from none of them.</p>
</form>
<div class="three">
<figure><canvas id="pad" class="crop" ${size} tabindex="0" role="application" aria-roledescription="drawing" aria-describedby="pad-hint" aria-label="The character"></canvas>
<figcaption id="pad-hint"><b>Draw on it</b> with a finger or a mouse; by keyboard: arrow keys move the pen, the space bar draws.</figcaption></figure>
<figure><fieldset class="classes"><legend>The five strongest classes of ${ALPHABET.length}</legend>${classes}</fieldset>
<figcaption><span id="truth"></span> Choose one: the picture beside shows what speaks for it.</figcaption></figure>
<figure><canvas id="cam" class="crop" ${size} role="img" aria-label="Grad-CAM"></canvas>
<figcaption><b>Grad-CAM</b> at the last convolution, laid over the character. <span id="cam-told"></span></figcaption></figure>
</div></section>`;
}

function layersHtml(card: NetworkCard): string {
  const learntFrom =
    card.data === 'generated data'
      ? 'Each is one of those that the network learnt from.'
      : `They stand in for those that it learnt from (${escapeHtml(card.data)}), which are not part of the kit.`;
  return `<section aria-labelledby="layers-heading"><h2 id="layers-heading">Layer by layer</h2>
<fieldset id="layers" class="layers"><legend>Choose a layer:</legend></fieldset>
<p id="layer-told"></p>
<canvas id="sheet" class="sheet" role="img" aria-label="Maps"></canvas>
<p class="hint">Each map is scaled by itself: middle grey is its mean, brighter is more. Compare shapes, not strengths.</p>
<div class="panel"><div class="field"><label for="filter">Filter</label><input id="filter" type="number" min="1" step="1" inputmode="numeric"></div>
<p class="hint">Or click a map.</p></div>
<div class="filter"><figure><canvas id="map" class="crop" role="img" aria-label="Map"></canvas><figcaption id="map-told"></figcaption></figure>
<figure><div id="strongest" class="strongest"></div><figcaption><b>What it answers most,</b> of ${ALPHABET.length * EXAMPLES_OF_CLASS} drawn characters, ${EXAMPLES_OF_CLASS} of each. ${learntFrom} The number is the filter's largest value in it. <span id="looked-at" role="status"></span></figcaption></figure></div>
</section>`;
}

function purposeHtml(card: NetworkCard): string {
  const count = (n: number): string => n.toLocaleString('en-US');
  const { part, correct, n } = card.measured;
  const rows: (readonly [string, string])[] = [
    [
      'Network',
      `the report's ${card.network}${card.width === 1 ? '' : ` at ${card.width} of its layer widths`}`,
    ],
    ['Learnt from', `${count(card.characters)} characters of ${card.data}, in ${count(card.epochs)} epochs`],
    ['Pixels times', String(Number(card.inputScale.toPrecision(3)))],
    [
      `Reads of the ${part} characters`,
      `${count(correct)} of ${count(n)} (${((100 * correct) / n).toFixed(2)}%)`,
    ],
    [
      'Knows',
      `one kind of character: ${CROP_WIDTH} × ${CROP_HEIGHT} pixels, one of ${ALPHABET}; whatever it is given, it names one of these`,
    ],
    ['Made by', card.madeBy],
  ];
  const cells = rows.map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<section aria-labelledby="purpose-heading"><h2 id="purpose-heading">Which network this is</h2>
<p>Draw something that is no character: it is answered all the same, often with certainty. Paint a letter's bow over and watch the answer
turn. What such pictures prove, and what not, is the subject of notebooks 10 to 12.</p>
<div class="scroll"><table class="card"><caption>The network's card</caption><tbody>${cells.join('')}</tbody></table></div></section>`;
}
