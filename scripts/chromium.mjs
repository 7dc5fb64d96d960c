import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** → the path of a Chromium or Chrome, the one of CHROMIUM_PATH first; undefined: there is none */
export function findChromium() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...onPath, ...ELSEWHERE].find((path) => path && existsSync(path));
}

/** Installs Debian's package where that is possible without asking anyone. → its path; undefined: not possible, or it failed */
export async function installChromium() {
  if (!isDebian() || process.getuid?.() !== 0) return undefined;
  await step('Installing Chromium with apt-get, as root on Debian or Ubuntu', async () => {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    const { code } = await run('apt-get', ['update'], quiet);
    if (code === 0) await run('apt-get', ['install', '-y', 'chromium'], quiet);
  });
  return findChromium();
}

function isDebian() {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(release, 'utf8'));
}
