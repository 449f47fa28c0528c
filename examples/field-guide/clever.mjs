import Clever from 'clever';
import { finish, hold, job, origin, prefix, token } from './protocol.mjs';

const clever = Clever({ token }, origin);
const resources = { schools: 'School', sections: 'Section', students: 'Student', teachers: 'Teacher' };
const collection = job.slice('sync:'.length);
const resource = job.startsWith('sync:') ? clever[resources[collection]] : undefined;

if (!resource) finish(new Error(`this package does not do ${job}`));
else {
  // By default it requests /v1.2, which is not served.
  resource.path = `${prefix}/${collection}`;
  const held = new Set();
  resource
    .find()
    .limit(1000)
    .stream()
    .on('data', (record) => {
      const id = record.get('id');
      if (!held.has(id)) hold([id]);
      held.add(id);
    })
    .on('error', finish)
    .on('end', () => finish());
}
