import { ALPHABET, CAPTCHA_LENGTH } from '../../../../lib/report/alphabet';
import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../../../../lib/report/captchaSize';

/** The page on which a CAPTCHA is cleaned, as HTML; its script fills in the steps. */
export function cleanBody(): string {
  const size = `width="${CAPTCHA_WIDTH}" height="${CAPTCHA_HEIGHT}"`;
  return `<h1>Clean a CAPTCHA</h1>
<p>Turn the knobs of the report's preprocessing and see at once what each step leaves. The pictures are computed by the library's own
code, here in your browser: nothing is sent anywhere.</p>
<noscript><p class="failed">This page needs JavaScript.</p></noscript>
<form id="draw" class="panel" autocomplete="off" novalidate>
<div class="field"><label for="text">Text</label>
<input id="text" name="text" required maxlength="${CAPTCHA_LENGTH}" size="7" spellcheck="false" autocapitalize="none" aria-describedby="alphabet"></div>
<div class="field"><label for="seed">Seed</label>
<input id="seed" name="seed" required type="number" min="0" max="999999999" step="1" inputmode="numeric"></div>
<div class="buttons"><button type="submit">Draw</button> <button type="button" id="another">Draw another</button></div>
<p id="alphabet" class="hint">Five characters of <code>${ALPHABET}</code>.</p>
<div class="file"><label for="file">Or a picture of ${CAPTCHA_WIDTH} × ${CAPTCHA_HEIGHT} pixels (PNG, JPEG, WebP, GIF or BMP), chosen or dropped here:</label>
<input id="file" type="file" accept="image/png,image/jpeg,image/webp,image/gif,image/bmp"></div>
</form>
<p id="message" class="message" role="status"></p>
<section aria-labelledby="steps-heading"><h2 id="steps-heading">The steps</h2>
<canvas id="picture" class="captcha" ${size} role="img" aria-label="The CAPTCHA"></canvas>
<ol id="steps" class="chain"></ol>
<div class="buttons add"><button type="button" data-add="threshold">Add a threshold</button>
<button type="button" data-add="dilate">Add a dilation</button>
<button type="button" data-add="erode">Add an erosion</button>
<button type="button" id="reset">The report's steps</button></div></section>
<section aria-labelledby="boxes-heading"><h2 id="boxes-heading">The boxes</h2>
<p>Drag a box, or choose one with Tab and move it with the arrow keys; with Shift they change its size.</p>
<div class="boxed"><canvas id="result" class="captcha" ${size} role="img" aria-label="The cleaned CAPTCHA"></canvas><div id="boxes"></div></div>
<div id="crops" class="crops"></div></section>
<section aria-labelledby="code-heading"><h2 id="code-heading">The same in TypeScript</h2>
<pre id="code-box" tabindex="0" role="group" aria-label="The program"><code id="code"></code></pre>
<p><button type="button" id="copy">Copy</button> <span id="copied" role="status"></span></p></section>`;
}
