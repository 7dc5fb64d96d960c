import { diamond, kolamMarkup } from '../src/ui/kolam-path.ts';
import type { PageHead } from './frame.ts';

interface Stop {
  page: string;
  icon: string;
  label: string;
  /** Pages that it stands for on a phone, where there is no room for a stop of their own. */
  alsoFor?: readonly string[];
}

/** Where the navigation leads: adding a page is adding a line. */
const NAVIGATION: readonly Stop[] = [
  { page: 'dashboard', icon: 'home', label: 'common:nav.today' },
  { page: 'muscle-workout', icon: 'train', label: 'common:nav.train' },
  { page: 'ai-suggestions', icon: 'plan', label: 'common:nav.plans', alsoFor: ['diet-plan'] },
  { page: 'diet-plan', icon: 'bowl', label: 'common:nav.diet' },
  { page: 'messages', icon: 'chat', label: 'common:nav.messages' },
  { page: 'history', icon: 'history', label: 'common:nav.history' },
];
/** Where it leads for trainers. They train too: all of that stands behind one stop. */
const FOR_TRAINERS: readonly Stop[] = [
  { page: 'trainer-dashboard', icon: 'users', label: 'common:nav.clients' },
  { page: 'messages', icon: 'chat', label: 'common:nav.messages' },
  { page: 'dashboard', icon: 'train', label: 'common:nav.mine' },
  { page: 'settings', icon: 'settings', label: 'common:nav.settings' },
];
/** Both are in the page; the role, known before the first paint, hides the other one. */
const forRole = (role: 'member' | 'trainer') => ` data-for="${role}"`;
/** How many messages are unread; the script of each page fills it in. */
const unreadMark = (classes: string) =>
  `<span class="${classes}" aria-hidden="true" data-unread hidden></span><span class="sr" data-unread-words></span>`;
const marked = (page: string, classes: string) => (page === 'messages' ? unreadMark(classes) : '');

const icon = (name: string, size = '') =>
  `<svg class="i ${size}" aria-hidden="true"><use href="/icons.svg#i-${name}"/></svg>`;
const mark = `<svg class="mark kolam" viewBox="-34.4 -34.4 68.8 68.8" aria-hidden="true">${kolamMarkup(diamond(1), 20, 3.2)}</svg>`;

export const appFrame = (head: PageHead, skeleton: string): string =>
  whole(
    head,
    `<div class="app">
${rail(head.name)}
<div>
<header class="topbar">${mark}<span class="title grow">{{${head.title}}}</span><span class="live" data-live hidden><span class="dot ok"></span><span data-live-text>{{common:live.on}}</span></span><a class="btn icon" href="/pages/settings.html" aria-label="{{common:nav.settings}}"><span class="avatar sm" data-initials></span></a></header>
<div class="running" data-running hidden></div>
<main class="main" id="main" tabindex="-1">${skeleton}</main>
</div>
${tabbar(head.name)}
</div>`,
  );

export const authFrame = (head: PageHead, skeleton: string): string =>
  whole(
    head,
    `<div class="app bare"><div class="auth"><main class="form" id="main" tabindex="-1">${skeleton}</main>
<aside class="side"><svg class="kolam mono" viewBox="-94.4 -94.4 188.8 188.8" aria-hidden="true">${kolamMarkup(diamond(4), 20, 2.4)}</svg><h2>{{common:promise.title}}</h2><p>{{common:promise.text}}</p></aside></div></div>`,
  );

export const bareFrame = (head: PageHead, skeleton: string): string =>
  whole(head, `<div class="app focus bare"><main id="main" tabindex="-1">${skeleton}</main></div>`);

function rail(current: string): string {
  const links = NAVIGATION.map((item) => navLink(item, current, forRole('member'))).join('');
  const forTrainers = FOR_TRAINERS.map((item) => navLink(item, current, forRole('trainer'))).join('');
  const settings = navLink(
    { page: 'settings', icon: 'settings', label: 'common:nav.settings' },
    current,
    forRole('member'),
  );
  return `<nav class="rail" aria-label="{{common:nav.main}}"><a class="brand" href="/pages/dashboard.html" title="AI Personal Trainer">${mark}<span class="label">AI Personal<br>Trainer</span></a>${links}${forTrainers}<span class="spacer"></span>${settings}<div class="who"><span class="avatar sm" data-initials></span><span class="label"><b class="sm" data-name></b><br><span class="xs faint" data-role></span></span></div></nav>`;
}

function navLink(item: Stop, current: string, attributes: string): string {
  return `<a class="nav" href="/pages/${item.page}.html" title="{{${item.label}}}"${attributes}${here(item.page, current)}>${icon(item.icon)}<span class="label">{{${item.label}}}</span>${marked(item.page, 'count')}</a>`;
}

function tabbar(current: string): string {
  const covered = NAVIGATION.flatMap(({ alsoFor = [] }) => alsoFor);
  const stop = (item: Stop, attributes: string) =>
    `<a href="/pages/${item.page}.html"${attributes}${here(item.alsoFor?.includes(current) ? current : item.page, current)}>${icon(item.icon, 'i-lg')}<span>{{${item.label}}}</span>${marked(item.page, 'dot')}</a>`;
  const links = [
    ...NAVIGATION.filter(({ page }) => !covered.includes(page)).map((item) => stop(item, forRole('member'))),
    ...FOR_TRAINERS.map((item) => stop(item, forRole('trainer'))),
  ];
  return `<nav class="tabbar" aria-label="{{common:nav.main}}">${links.join('')}</nav>`;
}

const here = (page: string, current: string) => (page === current ? ' aria-current="page"' : '');

function whole(head: PageHead, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>{{${head.title}}} · AI Personal Trainer</title>${head.referrer ? `\n<meta name="referrer" content="${head.referrer}">` : ''}
<meta name="description" content="{{common:promise.text}}">
<meta name="theme-color" content="#FAF7F2" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#141210" media="(prefers-color-scheme: dark)">
<link rel="icon" href="/logo.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/touch-icon.png">
<link rel="manifest" href="/manifest.webmanifest">
<script src="/theme.js"></script>
<link rel="stylesheet" href="/src/styles/main.css">
<script type="module" src="/src/pages/${head.name}/main.ts"></script>
</head>
<body>
<a class="skip" href="#main">{{common:skip}}</a>
${body}
<div class="sr" aria-live="polite" data-announce="polite"></div>
<div class="sr" aria-live="assertive" data-announce="assertive"></div>
<div class="toast-at" data-toasts></div>
<noscript><p class="banner warn">{{common:noscript}}</p></noscript>
</body>
</html>
`;
}
