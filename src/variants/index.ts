/** The other direction of the proof: conforming implementations that must pass, and empty ones that must not. */
export { clientVariants } from './clients/index.ts';
export { type NullClient, nullClients } from './null-clients.ts';
export { type NullServer, nullServers } from './null-servers.ts';
export { serverVariants } from './servers/index.ts';
export { socketVariants } from './sockets.ts';
export { type Allowance, type ClientVariant, composed, packed, type ServerVariant } from './variant.ts';
