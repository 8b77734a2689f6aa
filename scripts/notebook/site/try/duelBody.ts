/** Pictures in a contest. */
export const DUEL_PICTURES = 20;

/** The part of the page in which somebody reads against the network, as HTML. */
export function duelBody(): string {
  return `<section aria-labelledby="duel-heading"><h2 id="duel-heading">You against the machine</h2>
<p>${DUEL_PICTURES} pictures, drawn with the knobs as they are set above: you type, it types. This is one person on one day, not a study: the intervals say
how little so few pictures tell. It needs eyes; nobody who cannot see the pictures can play, which is what such a CAPTCHA does to them everywhere. What you type
stays in this page. The machine's seconds are the network's alone; yours are from the picture to the answer, typing and all.</p>
<p><button type="button" id="duel-start">Start</button></p>
<form id="duel" autocomplete="off" novalidate hidden>
<canvas id="duel-picture" class="captcha" width="200" height="50" role="img" aria-label="A CAPTCHA to read"></canvas>
<div class="panel"><div class="field"><label for="duel-text">What does it say?</label>
<input id="duel-text" maxlength="10" size="10" spellcheck="false" autocapitalize="none" aria-describedby="duel-told"></div>
<div class="buttons"><button type="submit">Next</button> <button type="button" id="duel-stop">Stop</button></div>
<p id="duel-told" class="hint" role="status"></p></div></form>
<div id="duel-result" hidden><div class="scroll" tabindex="0" role="region" aria-label="The contest"><table><caption>95% intervals: Wilson's of the share, Student's of the mean</caption>
<thead><tr><th scope="col"><span class="unseen">Who</span></th><th scope="col">Right</th><th scope="col">Share</th><th scope="col">Seconds a picture</th></tr></thead><tbody id="duel-rows"></tbody></table></div>
<p id="duel-missed"></p>
<p><button type="button" id="duel-save">Download as CSV</button></p></div></section>`;
}
