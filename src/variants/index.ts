/** The other direction of the proof: who breaks nothing, and who does nothing. */
export { clientVariants } from './clients/index.ts';
export { type NullClient, nullClients } from './null-clients.ts';
export { type NullServer, nullServers } from './null-servers.ts';
export { serverVariants } from './servers/index.ts';
export { socketVariants } from './sockets.ts';
export { type Allowance, type ClientVariant, composed, type ServerVariant } from './variant.ts';
