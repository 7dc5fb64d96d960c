const WIDE = 30;

/** A bar on a terminal, a line for each step where there is none. */
export function progressOf(all: number, out: NodeJS.WriteStream = process.stdout) {
  let done = 0;
  return (what: string): void => {
    done++;
    const full = Math.round((done / all) * WIDE);
    const line = `${'█'.repeat(full)}${'░'.repeat(WIDE - full)} ${String(done)}/${String(all)}  ${what}`;
    if (!out.isTTY) out.write(`${line}\n`);
    else out.write(`\r\u001B[2K${line}${done === all ? '\n' : ''}`);
  };
}
