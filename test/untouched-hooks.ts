import { createConnection, Socket } from 'node:net';
import { expect } from 'chai';

const inUse = () => [globalThis.fetch, globalThis.WebSocket, createConnection, Socket.prototype.connect];
const original = inUse();

/** Test files share a process: one that leaves the network replaced makes others hang. */
export const mochaHooks = {
  afterAll() {
    expect(
      inUse().map((one, at) => one === original[at]),
      'this file leaves the network of the process replaced, as nock does until restore()',
    ).to.deep.equal(original.map(() => true));
  },
};
