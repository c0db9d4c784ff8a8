/** A bar for a known number of steps. */
export type ProgressBar = { readonly step: () => void; readonly end: () => void };

/** Starts a bar: what is done, and how often. */
export type Progress = (label: string, total: number) => ProgressBar;

const WIDTH = 30;

/**
 * The line that a bar shows.
 *
 * @example progressLine("Lesen", 5, 10) → "Lesen     [###############...............] 5/10"
 */
export function progressLine(label: string, done: number, total: number): string {
  const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
  return `${label.padEnd(10)}[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] ${done}/${total}`;
}

/** A bar on the terminal's error stream where a person watches; nothing in a log file. */
export const terminalProgress: Progress = (label, total) => {
  const { stderr } = process;
  if (!stderr.isTTY || total === 0) return { step: () => {}, end: () => {} };
  let done = 0;
  const show = () => stderr.write(`\r${progressLine(label, done, total)}`);
  return {
    step: () => {
      done += 1;
      if (done % 50 === 0 || done === total) show();
    },
    end: () => stderr.write("\n"),
  };
};
