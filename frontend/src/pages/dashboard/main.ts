import '../../styles/charts.css';
import '../../styles/pages/dashboard.css';
import { localDateOf } from '@trainer/coach/days';
import { account } from '../../account.ts';
import { api } from '../../api.ts';
import dashboard from '../../i18n/en/dashboard.json';
import { live } from '../../live.ts';
import { flushOutboxSoon } from '../../offline/flush-soon.ts';
import { startPage } from '../../page.ts';
import { announce } from '../../ui/announce.ts';
import { countUp, mayMove } from '../../ui/count-up.ts';
import { loadAssigned } from './assigned.ts';
import { keptProgress, keepProgress } from './kept.ts';
import { dashboardState, numbersOf } from './state.ts';
import { dashboardView, sentence } from './view.ts';

const MINUTE_MS = 60_000;

const counting = countUp(numbersOf(null));
const state = dashboardState({
  fetchProgress: async () => (await api.call('progress')).data,
  fetchStats: async () => (await api.call('stats')).data,
  fetchToday: async (today) => (await api.call('workouts', { query: { from: today, to: today, limit: '1' } })).data,
  today: () => localDateOf(new Date(), account.timeZone()),
  kept: keptProgress,
  keep: keepProgress,
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  show: (numbers, moves) => {
    counting.to(numbers, moves && mayMove());
  },
  announce: (numbers, saved) => {
    announce(sentence(numbers, saved));
  },
});

state.showKept();
if (startPage({ texts: { dashboard }, view: () => dashboardView(state, counting.shown.value) })) {
  void state.load();
  live.onProgress((update) => {
    state.told(update, performance.now());
  });
  void loadAssigned();
  live.on('plansChanged', () => void loadAssigned());
  live.on('inviteReceived', () => void loadAssigned());
  live.onReconnect(() => void state.load());
  live.onReconnect(() => void loadAssigned());
  live.onRefresh(() => void state.load());
  live.start();
  setInterval(state.checkDay, MINUTE_MS);
  document.addEventListener('visibilitychange', state.checkDay);
  flushOutboxSoon();
}
