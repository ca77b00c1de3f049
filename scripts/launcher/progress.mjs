/**
 * @typedef {object} Progress what the person at the terminal sees
 * @property {(text: string) => void} line prints a line, above the step that is under way
 * @property {<Result>(title: string, work: (report: (detail: string) => void) => Promise<Result>) => Promise<Result>} step
 *   runs one step and shows that it goes on
 */

const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * Shows steps. On a terminal the running step is one line whose seconds count; elsewhere (a log, a pipe) each step is a
 * plain line, with another when it took more than a second and a sign of life every ten.
 *
 * @param {NodeJS.WriteStream | (NodeJS.WritableStream & { isTTY?: boolean, columns?: number })} stream
 * @returns {Progress}
 */
export const createProgress = (stream) => {
  const live = Boolean(stream.isTTY);
  /** @type {string | undefined} */
  let current;
  const clear = () => live && stream.write('\r\u001b[K');
  const draw = () => {
    if (live && current !== undefined) stream.write(`\r\u001b[K${current.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  /** @param {string} text */
  const line = (text) => {
    clear();
    stream.write(`${text}\n`);
    draw();
  };

  return {
    line,
    step: async (title, work) => {
      const started = performance.now();
      const elapsed = () => performance.now() - started;
      let detail = '';
      const redraw = () => {
        const time = elapsed() > 1000 ? ` ${Math.floor(elapsed() / 1000)} s` : '';
        current = `  ${title}${time}${detail && `: ${detail}`}`;
        draw();
      };
      const sign = () => line(`${title}: ${Math.round(elapsed() / 1000)} s so far`);
      if (live) redraw();
      else line(title);
      const timer = setInterval(live ? redraw : sign, live ? 200 : 10_000);
      timer.unref();
      const finish = () => {
        clearInterval(timer);
        current = undefined;
        clear();
      };
      try {
        const result = await work((text) => {
          detail = text;
          if (live) redraw();
          else line(`  ${text}`);
        });
        finish();
        if (live) line(`✓ ${title} (${seconds(elapsed())})`);
        else if (elapsed() > 1000) line(`${title}: done in ${seconds(elapsed())}`);
        return result;
      } catch (error) {
        finish();
        line(`${live ? '✗ ' : ''}${title}: failed after ${seconds(elapsed())}`);
        throw error;
      }
    },
  };
};
