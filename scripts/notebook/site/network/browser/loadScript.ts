/** Loads a script of the site, once it is wanted. Throws Error, to be shown as it is, when it is missing. */
export function loadScript(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = file;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new RangeError(`${file} could not be loaded; it must lie beside this page.`));
    };
    document.head.append(script);
  });
}
