import { personRoom, progressRoom, watchRoom } from '@trainer/contract/sockets';
import type { Log } from '../log.ts';
import type { Io } from './io.ts';
import type { Realtime } from './port.ts';

/** Tells the rooms, on every instance. */
export function telling(io: Io, log: Log): Realtime {
  const to = (people: readonly string[]) => io.to(people.map(personRoom));
  return {
    progressUpdated(update, watchers) {
      const { userId } = update;
      io.to([progressRoom(userId), ...watchers.map((watcher) => watchRoom(userId, watcher))]).emit(
        'progressUpdated',
        update,
      );
      log.info(`Progress update emitted for user: ${userId}`);
    },
    planProgress(userId, progress) {
      to([userId]).emit('planProgress', progress);
    },
    sessionUpdated(people, update) {
      to(people).emit('sessionUpdated', update);
    },
    sessionEnded(people, end) {
      to(people).emit('sessionEnded', end);
    },
    cueReceived(userId, cue) {
      to([userId]).emit('cueReceived', cue);
    },
    clientsChanged(trainerId, userId) {
      to([trainerId]).emit('clientsChanged', userId === undefined ? {} : { userId });
    },
    inviteReceived(userId) {
      to([userId]).emit('inviteReceived', {});
    },
    plansChanged(userId) {
      to([userId]).emit('plansChanged', {});
    },
    messageReceived(message) {
      to([message.from, message.to]).emit('messageReceived', message);
    },
    messagesRead(read) {
      to([read.from, read.by]).emit('messagesRead', read);
    },
    closeRoom(watcherId, userId) {
      io.in(personRoom(watcherId)).socketsLeave(watchRoom(userId, watcherId));
    },
  };
}
