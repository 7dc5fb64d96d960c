// Run by mongosh inside mongo1: joins the three members and makes the user of the server. Said again, it changes nothing.
/* global connect, process, sleep, print */
const password = process.env.MONGODB_PASSWORD;
const members = ['mongo1:27017', 'mongo2:27017', 'mongo3:27017'];

function tried(act) {
  try {
    return act();
  } catch (error) {
    return { ok: 0, codeName: error.codeName, message: error.message };
  }
}

const authenticated = () =>
  connect(`mongodb://trainer:${encodeURIComponent(password)}@127.0.0.1:27017/admin?directConnection=true`);

if (tried(() => authenticated().runCommand({ ping: 1 })).ok === 1) {
  print('The replica set is there already.');
} else {
  const admin = connect('mongodb://127.0.0.1:27017/admin?directConnection=true');
  const joined = tried(() =>
    admin.runCommand({
      replSetInitiate: { _id: 'rs0', members: members.map((host, _id) => ({ _id, host, priority: 3 - _id })) },
    }),
  );
  if (joined.ok !== 1 && joined.codeName !== 'AlreadyInitialized')
    throw new Error(`The set was not joined: ${joined.message}`);
  while (!admin.hello().isWritablePrimary) sleep(200);
  const made = tried(() =>
    admin.runCommand({
      createUser: 'trainer',
      pwd: password,
      roles: [
        { role: 'readWrite', db: 'trainer' },
        { role: 'dbAdmin', db: 'trainer' },
      ],
    }),
  );
  if (made.ok !== 1) throw new Error(`The user was not made: ${made.message}`);
  print('The replica set and its user are there.');
}
