import '../../styles/coaching.css';
import { signal } from '@preact/signals-core';
import { html } from 'lit-html';
import { account } from '../../account.ts';
import { api } from '../../api.ts';
import { connectedCoaching } from '../../coaching/connected.ts';
import { date } from '../../i18n/format.ts';
import coaching from '../../i18n/en/coaching.json';
import settings from '../../i18n/en/settings.json';
import { t } from '../../i18n/t.ts';
import { live } from '../../live.ts';
import { startPage } from '../../page.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { showToast } from '../../ui/toast.ts';
import { settingsState } from './state.ts';
import { sectionOf, settingsView } from './view.ts';

const state = settingsState({
  user: () => {
    const user = account.user.peek();
    if (!user) throw new Error('Nobody is logged in.');
    return user;
  },
  changeMe: async (change) => (await api.call('changeMe', { body: change })).data,
  update: account.update,
  weights: async () => (await api.call('weights')).data,
  removeWeight: (id) => api.call('removeWeight', { params: { id } }),
  me: async () => (await api.call('me')).data,
  changePassword: (currentPassword, newPassword) =>
    live.apart(async () => {
      account.enter(await api.call('changePassword', { body: { currentPassword, newPassword } }));
    }),
  now: Date.now,
});

const trainer = connectedCoaching();
const section = signal(sectionOf(location.hash));
addEventListener('hashchange', () => {
  section.value = sectionOf(location.hash);
});

const doors = {
  section,
  logOut: () => void leaveAfter(() => api.call('logOut')),
  logOutAll: () => void leaveAfter(() => api.call('logOutAll')),
  removeWeight: (id: string) => void removeWeight(id),
  zones: Intl.supportedValuesOf('timeZone'),
  zoneHere: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

const view = () => {
  const user = account.user.value;
  return user ? settingsView(state, trainer, user, doors) : html``;
};
if (startPage({ texts: { settings, coaching }, view })) {
  void state.loadWeights();
  // Also brings what was changed on another device.
  void trainer.load();
  live.on('inviteReceived', () => void trainer.load());
  live.on('presence', () => void trainer.load());
  live.onReconnect(() => void trainer.load());
  live.start();
}

/** The token ends on the server first; a token that nobody could end must not look ended. */
async function leaveAfter(end: () => Promise<unknown>): Promise<void> {
  try {
    await live.apart(async () => {
      await end();
      account.leave();
    });
  } catch (error) {
    showToast({ text: sentenceOf(error) });
    return;
  }
  location.assign('/pages/login.html');
}

async function removeWeight(id: string): Promise<void> {
  const weight = state.weights.peek()?.find((one) => one._id === id);
  if (!weight) return;
  try {
    await state.removeWeight(weight);
    showToast({ text: t('settings:weights.removed', { date: date(weight.localDate, 'full') }) });
  } catch (error) {
    showToast({ text: sentenceOf(error) });
  }
}
