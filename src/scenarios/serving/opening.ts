import { systemClock, type VirtualClock } from '../../clock.ts';
import type { Assignment } from '../../drivers/driver.ts';
import type { Receive } from '../../drivers/served.ts';
import { createWire } from '../../drivers/wire.ts';
import { createScenarioServer, type ScenarioServer, type ScenarioServerOptions } from './desk.ts';
import { serveScenario } from './serve.ts';

const defaultPageSize = 10;
/** A response takes its time: otherwise a client that measures a wait from its request is right by accident. */
const responseTimeMs = 20;

/** A scenario that is served, in virtual time or on ports of its own. */
export interface Opened {
  readonly origin: string;
  readonly scenarioServer: ScenarioServer;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly virtual?: Assignment['virtual'];
  close(): Promise<void>;
}

/** Origins for in-process clients; nothing listens there. */
export const virtualOrigins = {
  origin: 'http://sandbox.localhost',
  foreignOrigin: 'http://sandbox.localhost:8081',
};

/** What a scenario is served from. */
export type Scene = Pick<ScenarioServerOptions, 'scenario' | 'profile' | 'ask' | 'truth' | 'onExchange'>;

export function openVirtual(scene: Scene, clock: VirtualClock): Opened {
  const pageSize = scene.scenario.pageSize ?? defaultPageSize;
  const scenarioServer = createScenarioServer({ ...scene, clock, ...virtualOrigins, pageSize });
  const receive: Receive = async (arrival) => {
    const pending = await scenarioServer.receive(arrival);
    const { served } = pending;
    return served ? { ...pending, served: { ...served, delayMs: served.delayMs + responseTimeMs } } : pending;
  };
  return {
    origin: virtualOrigins.origin,
    scenarioServer,
    fetch: createWire(receive, clock),
    virtual: { receive, clock },
    close: async () => {},
  };
}

export async function openReal(scene: Scene): Promise<Opened> {
  const pageSize = scene.scenario.pageSize ?? defaultPageSize;
  const ports = await serveScenario((origin, foreignOrigin) =>
    createScenarioServer({ ...scene, clock: systemClock, origin, foreignOrigin, pageSize }),
  );
  return { ...ports, fetch: (request) => fetch(request) };
}
