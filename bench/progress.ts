/** Says what has just been done. */
export type Progress = (done: string) => void;

/** Prints each step with the seconds since the start. */
export function printedProgress(): Progress {
  const started = performance.now();
  return (done) => {
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`[${String(seconds).padStart(4)} s] ${done}`);
  };
}
