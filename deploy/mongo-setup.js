// Run by mongosh inside mongo1: joins the three members and makes two users, `operator` for backups and whoever runs the
// place, `trainer` for the server, with no more rights than it needs. Said again, it changes nothing.
/* global connect, process, sleep, print */
const password = { operator: process.env.MONGODB_OPERATOR_PASSWORD, trainer: process.env.MONGODB_PASSWORD };
const members = ['mongo1:27017', 'mongo2:27017', 'mongo3:27017'];

function tried(act) {
  try {
    // mongosh waits for what is kept in a variable, not for what is returned at once.
    const answer = act();
    return answer;
  } catch (error) {
    return { ok: 0, codeName: error.codeName, message: error.message };
  }
}

const here = (user = '') => connect(`mongodb://${user}127.0.0.1:27017/admin?directConnection=true`);
const as = (name) => here(`${name}:${encodeURIComponent(password[name])}@`);
const letsIn = (name) => tried(() => as(name).runCommand({ ping: 1 })).ok === 1;

function makeUser(admin, name, roles) {
  const made = tried(() => admin.runCommand({ createUser: name, pwd: password[name], roles }));
  if (made.ok !== 1) throw new Error(`The user ${name} was not made: ${made.message}`);
}

if (letsIn('trainer')) {
  print('The replica set is there already.');
} else {
  if (!letsIn('operator')) {
    // Until there is a user, whoever speaks from this machine may join the set and make the first one, in this database.
    const admin = here();
    const joined = tried(() =>
      admin.runCommand({
        replSetInitiate: { _id: 'rs0', members: members.map((host, _id) => ({ _id, host, priority: 3 - _id })) },
      }),
    );
    if (joined.ok !== 1 && joined.codeName !== 'AlreadyInitialized')
      throw new Error(`The set was not joined: ${joined.message}`);
    while (!admin.hello().isWritablePrimary) sleep(200);
    makeUser(admin, 'operator', ['root']);
  }
  makeUser(
    as('operator'),
    'trainer',
    ['readWrite', 'dbAdmin'].map((role) => ({ role, db: 'trainer' })),
  );
  print('The replica set and its users are there.');
}
