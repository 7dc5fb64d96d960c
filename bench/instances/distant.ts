import { connect, createServer, type Socket } from 'node:net';

// A server that is farther away than it is: whatever goes to it or comes back waits on the way. Says its port once it listens.

const [port = '', oneWayMs = ''] = process.argv.slice(2);

const server = createServer({ noDelay: true }, (near) => {
  const far = connect({ host: '127.0.0.1', port: Number(port), noDelay: true });
  carry(near, far);
  carry(far, near);
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));

function carry(from: Socket, to: Socket): void {
  const onTheWay: { due: number; bytes: Buffer }[] = [];
  from.on('data', (bytes: Buffer) => {
    onTheWay.push({ due: performance.now() + Number(oneWayMs), bytes });
    if (onTheWay.length === 1) arrive();
  });
  // Timers count whole milliseconds, which is more than the distance: while something is on its way, this looks again and again.
  const arrive = () => {
    for (let [next] = onTheWay; next && next.due <= performance.now(); [next] = onTheWay) {
      to.write(next.bytes);
      onTheWay.shift();
    }
    if (onTheWay.length > 0) setImmediate(arrive);
  };
  from.on('error', () => to.destroy());
  from.on('close', () => to.destroy());
}
