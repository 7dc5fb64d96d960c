import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdapter, createShardedAdapter } from '@socket.io/redis-adapter';
import { createAdapter as createStreamsAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';

// A server of sockets and nothing else, with one of the adapters. Says its port; told to emit, it emits to rooms in turn.

export interface Emit {
  count: number;
  aSecond: number;
  rooms: number;
}

const [, , kind = '', address = ''] = process.argv;
const [publisher, subscriber] = [connection(), connection()];
await Promise.all([publisher, subscriber].map((client) => new Promise((resolve) => client.once('ready', resolve))));

const http = createServer();
const io = new Server(http, { adapter: adapter(), serveClient: false });
io.on('connection', (socket) => void socket.join(String(socket.handshake.auth.room)));
http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port));

process.on('message', ({ count, aSecond, rooms }: Emit) => {
  let sent = 0;
  const began = performance.now();
  const timer = setInterval(() => {
    const due = Math.min(count, ((performance.now() - began) / 1000) * aSecond);
    for (; sent < due; sent += 1) {
      const at = process.hrtime.bigint().toString();
      io.to(String(sent % rooms)).emit('progressUpdated', { at, text: 'x'.repeat(400) });
    }
    if (sent >= count) clearInterval(timer);
  }, 1000 / aSecond);
});

function connection(): Redis {
  const { host, port, password } = JSON.parse(address) as { host: string; port: number; password: string };
  return new Redis({ host, port, password });
}

function adapter() {
  if (kind === 'streams') return createStreamsAdapter(subscriber);
  if (kind === 'sharded') return createShardedAdapter(publisher, subscriber);
  return createAdapter(publisher, subscriber);
}
