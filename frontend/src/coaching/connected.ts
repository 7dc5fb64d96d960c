import { account } from '../account.ts';
import { api, Refused } from '../api.ts';
import { coachingState } from './state.ts';

/** The member's side of coaching, at the server. */
export const connectedCoaching = () =>
  coachingState({
    async fetchTrainer() {
      const { data: me } = await api.call('me');
      account.update(me);
      if (me.trainerId === null) return null;
      try {
        return (await api.call('myTrainer')).data;
      } catch (error) {
        // It ended in between.
        if (error instanceof Refused && error.status === 404) return null;
        throw error;
      }
    },
    fetchInvites: async () => (await api.call('myInvites')).data,
    accept: async (id) => (await api.call('acceptInvite', { params: { id } })).data,
    acceptCode: async (code) => (await api.call('acceptCode', { body: { code } })).data,
    decline: (id) => api.call('declineInvite', { params: { id } }),
    changeSharing: async (change) => (await api.call('changeSharing', { body: change })).data,
    leave: () => api.call('leaveTrainer'),
    now: Date.now,
  });
