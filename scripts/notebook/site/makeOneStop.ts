/** Makes a plot's buttons one stop of the Tab key instead of one each: the arrow keys, Home and End go from button to button. */
export function makeOneStop(plot: HTMLElement): void {
  const bar = plot.querySelector<HTMLElement>('.modebar');
  const buttons = Array.from(plot.querySelectorAll<HTMLElement>('.modebar-btn'));
  if (!bar || buttons.length === 0) return;
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Tools of the figure');
  const choose = (chosen: HTMLElement): void => {
    for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1;
  };
  choose(buttons[0]);
  bar.onkeydown = (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const last = buttons.length - 1;
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    choose(next);
    next.focus();
  };
}
