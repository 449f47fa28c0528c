import type { ExitCode } from '../../errors.ts';
import type { Io } from '../io.ts';
import type { ProxyOptions, Starting } from './flags.ts';

export async function startBetween(_options: ProxyOptions, _run: Starting, _io: Io): Promise<ExitCode> {
  throw new Error('todo');
}
