import { SingleBar } from 'cli-progress';
import { counted, type Terminal } from './terminal.js';

/** How far an import has come. */
export interface Position {
  bytes: number;
  entries: number;
  written: number;
  skipped: number;
}

/** Shows a person that the import goes on. */
export interface Progress {
  show(position: Position): void;
  end(): void;
}

const lineEvery = 5_000;

/** A bar on a terminal, redrawn in place; elsewhere a plain line every five seconds. */
export const createProgress = (
  { error: stream }: Terminal,
  totalBytes: number,
  now = () => performance.now(),
): Progress => {
  const started = now();
  const rate = ({ entries }: Position) => counted((entries / Math.max(now() - started, 1)) * 1_000);
  if (stream.isTTY) {
    const bar = new SingleBar({
      stream,
      format: '{bar} {percentage}% | {entries} read, {skipped} skipped | {rate} a second',
      barCompleteChar: '█',
      barIncompleteChar: '░',
      barsize: 30,
      hideCursor: true,
      clearOnComplete: true,
    });
    bar.start(Math.max(totalBytes, 1), 0, { entries: '0', skipped: '0', rate: '0' });
    return {
      show: (position) =>
        bar.update(position.bytes, {
          entries: counted(position.entries),
          skipped: counted(position.skipped),
          rate: rate(position),
        }),
      end: () => bar.stop(),
    };
  }
  let last = started;
  return {
    show: (position) => {
      if (now() - last < lineEvery) return;
      last = now();
      const percent = Math.floor((position.bytes / Math.max(totalBytes, 1)) * 100);
      stream.write(
        `${percent}%: ${counted(position.entries)} read, ${counted(position.skipped)} skipped, ${rate(position)} a second\n`,
      );
    },
    end: () => undefined,
  };
};
