import { ALPHABET, CAPTCHA_LENGTH } from '../../../../lib/report/alphabet';
import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../../../../lib/report/captchaSize';
import { escapeHtml } from '../../../../lib/notebook/escapeHtml';
import { duelBody } from './duelBody';
import { knobsHtml, recordedDefenceHtml, type RecordedDefence } from './knobsBody';
import type { ReaderCard } from '../../../../lib/reader/readerCard';

const SIZE = `${CAPTCHA_WIDTH} × ${CAPTCHA_HEIGHT}`;

/** The page on which a CAPTCHA can be drawn or chosen and is read, as HTML; its script fills in what is read.
 *  defence: what is on record of the defender's knobs. */
export function tryBody(card: ReaderCard, defence: readonly RecordedDefence[]): string {
  return `<h1>See a CAPTCHA being read</h1>
<p>Draw a CAPTCHA with the kit's own generator, or give the page a picture. A small neural network reads it here, in your browser:
nothing is sent anywhere.</p>
<noscript><p class="failed">This page needs JavaScript: the network runs in it.</p></noscript>
${formHtml()}
<p id="message" class="message" role="status">Starting the network …</p>
<div id="reading" hidden>
${answerHtml()}
${stepsHtml()}
${placesHtml()}
</div>
${duelBody()}
${recordedDefenceHtml(defence)}
${purposeHtml(card)}`;
}

function formHtml(): string {
  return `<form id="draw" class="panel" autocomplete="off" novalidate>
<div class="field"><label for="text">Text</label>
<input id="text" name="text" required maxlength="${CAPTCHA_LENGTH}" size="7" spellcheck="false" autocapitalize="none" aria-describedby="alphabet"></div>
<div class="field"><label for="seed">Seed</label>
<input id="seed" name="seed" required type="number" min="0" max="999999999" step="1" inputmode="numeric"></div>
${knobsHtml()}
<div class="buttons"><button type="submit">Draw</button> <button type="button" id="another">Draw another</button></div>
<p id="alphabet" class="hint">Five characters of <code>${ALPHABET}</code>. The seed decides fonts and lines: the same text and seed give the same picture, here as by <code>generateCaptcha</code> in Node, or by <code>hardenedCaptcha</code> when a knob is turned.</p>
<div class="file"><label for="file">Or a picture of ${SIZE} pixels (PNG, JPEG, WebP, GIF or BMP), chosen or dropped here:</label>
<input id="file" type="file" accept="image/png,image/jpeg,image/webp,image/gif,image/bmp"></div>
</form>`;
}

function answerHtml(): string {
  return `<section aria-labelledby="answer-heading"><h2 id="answer-heading">The answer</h2>
<div class="pair"><canvas id="picture" class="captcha" width="${CAPTCHA_WIDTH}" height="${CAPTCHA_HEIGHT}" role="img" aria-label="The CAPTCHA"></canvas>
<div aria-live="polite"><p id="answer" class="answer"></p><p id="confidence" class="confidence"></p></div></div></section>`;
}

function stepsHtml(): string {
  const step = (id: string, label: string, text: string): string =>
    `<figure><canvas id="${id}" class="captcha" width="${CAPTCHA_WIDTH}" height="${CAPTCHA_HEIGHT}" role="img" aria-label="${label}"></canvas><figcaption>${text}</figcaption></figure>`;
  return `<section aria-labelledby="steps-heading"><h2 id="steps-heading">What the network is given</h2>
<div class="steps-of-two">${step('ink', 'The CAPTCHA without its background', '<b>The ink.</b> The background is the same in every picture; it is divided out.')}
${step('straight', 'The CAPTCHA with its distortion undone', '<b>The distortion undone.</b> It is the same in every picture, too, unless its phase is random: then what is undone is not what was done. The letters stand straight again; the lines, drawn after it, become wavy or fall to dust.')}</div></section>`;
}

function placesHtml(): string {
  const places = Array.from(
    { length: CAPTCHA_LENGTH },
    (_, place) =>
      `<label class="place"><input type="radio" name="place" value="${place}"${place === 0 ? ' checked' : ''}><span class="letter"></span><span class="share"></span></label>`,
  );
  return `<section id="places" aria-labelledby="places-heading"><h2 id="places-heading">Where it looked, and what else it might have been</h2>
<fieldset class="places"><legend>Choose one of the five characters:</legend>${places.join('')}</fieldset>
<figure class="looked"><canvas id="looked" class="captcha" width="${CAPTCHA_WIDTH}" height="${CAPTCHA_HEIGHT}" role="img" aria-label="Heat map"></canvas>
<div id="columns" class="columns" role="img"></div>
<figcaption><b>Above:</b> what spoke for the chosen character, the text being as read (Grad-CAM at the last pooling, 3 rows of 50 columns, place by place). <b>Below:</b> the columns of 4 pixels. Each names one character or none; the higher its bar, the surer it is that a character stands there.</figcaption></figure>
<h3 id="distributions-heading">Five distributions</h3>
<p>For each place the probabilities of all ${ALPHABET.length} characters, the other four being as read.</p>
<div id="distributions" class="distributions" role="group" aria-labelledby="distributions-heading"></div></section>`;
}

function purposeHtml(card: ReaderCard): string {
  const count = (n: number): string => n.toLocaleString('en-US');
  const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
  const rows: (readonly [string, string])[] = [
    ['Name', card.reader],
    [
      'Learnt from',
      `${card.data}: ${count(card.drawn)} drawn, ${count(card.labelled)} real ones with their text, ${count(card.unlabelled)} without`,
    ],
    ...card.measured.map(({ data, captchas: { correct, n } }): [string, string] => [
      `Reads of ${data}`,
      `${count(correct)} of ${count(n)} whole CAPTCHAs (${percent(correct / n)})`,
    ]),
    ['Not sure below', percent(card.notSureBelow)],
    ['Knows', `one kind of CAPTCHA: ${SIZE} pixels, five characters of 19, this background, this distortion`],
    ['Made by', card.madeBy],
  ];
  const cells = rows.map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<section aria-labelledby="purpose-heading"><h2 id="purpose-heading">What this is for, and what not</h2>
<p>The page is for people who defend web sites, and for those who teach them: it shows how little distorted text holds up a program, and
which habit of the drawing gave each CAPTCHA away: one background, one distortion, few characters. The network knows a retired
test set, which protects nothing any more, and drawings like it. It is not for anybody's CAPTCHAs, and on others it guesses.</p>
<div class="scroll"><table class="card"><caption>The network's card</caption><tbody>${cells.join('')}</tbody></table></div></section>`;
}
