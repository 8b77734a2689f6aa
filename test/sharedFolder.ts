import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');

/** The folder of data that is never committed, of which a test that needs it says so and skips: CAPTCHA_SHARED (a relative
 *  one starts at the project), else `shared` beside the clone. It holds `data/captchas`, `data/kaptcha` and the like. */
export function sharedFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(ROOT, env.CAPTCHA_SHARED || path.join('..', 'shared'));
}
