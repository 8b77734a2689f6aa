import { escapeHtml } from '../../../../lib/notebook/escapeHtml';
import { KNOBS } from '../../../../lib/generator/hardenedCaptcha';

/** What one setting of the knobs did to the reader of generated pictures, on record. */
export interface RecordedDefence {
  readonly setting: string;
  /** CAPTCHAs read by the reader as it is, and after it learnt from pictures drawn that way: `816 of 1,000`. */
  readonly before: string;
  readonly after: string;
}

/** What each knob does, as `KNOBS` says. */
const MEANS: Readonly<Record<(typeof KNOBS)[number], string>> = {
  'random phase': 'the waves begin elsewhere each time',
  overlap: 'letters overlap by 4 pixels',
  'more fonts': 'ten faces instead of two',
  'warped lines': 'the lines are bent with the letters',
};

/** The defender's knobs of the form, as HTML. */
export function knobsHtml(): string {
  const boxes = KNOBS.map(
    (knob) =>
      `<label><input type="checkbox" name="knob" value="${knob}"> ${knob} <small>${MEANS[knob]}</small></label>`,
  );
  return `<fieldset class="knobs"><legend>The defender's knobs</legend>${boxes.join('')}
<label><input type="checkbox" id="all-knobs"> all of them</label></fieldset>`;
}

/** What the knobs were worth when they were measured, as HTML; empty where nothing is on record. */
export function recordedDefenceHtml(rows: readonly RecordedDefence[]): string {
  if (rows.length === 0) return '';
  const cells = rows.map(
    ({ setting, before, after }) =>
      `<tr><th scope="row">${escapeHtml(setting)}</th><td>${before}</td><td>${after}</td></tr>`,
  );
  return `<section aria-labelledby="knobs-heading"><h2 id="knobs-heading">What the knobs are worth, and for how long</h2>
<p>The network in this page never learnt from pictures drawn with a knob turned, and no network that did comes with the kit. Whoever attacks
can run the generator too: on record is the reader of generated pictures, before and after it learnt from 3,000 of each kind.</p>
<div class="scroll"><table><caption>Whole CAPTCHAs read</caption><thead><tr><th scope="col">knob</th><th scope="col">before</th><th scope="col">after it learnt</th></tr></thead><tbody>${cells.join('')}</tbody></table></div></section>`;
}
