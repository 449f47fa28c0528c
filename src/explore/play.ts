import { type Profile, profiles as usual } from '../../contracts/profiles.ts';
import { apiFor } from '../api.ts';
import { createActor } from '../probes/actor.ts';
import { interrupted } from '../probes/interruption.ts';
import type { ProbeSession } from '../probes/session.ts';
import type { Recorder } from '../recorder/recorder.ts';
import type { Command, Setting } from './command.ts';
import { type Exploration, type ExploreOptions, explore } from './explore.ts';
import { kindNamed } from './sequences.ts';

/** Explores a target through the session of its probes: with their budget, permissions and guards. */
export async function exploreTarget(
  session: ProbeSession,
  profiles: readonly Profile[],
  options: ExploreOptions,
  into: Exploration,
): Promise<void> {
  const { target, recorder, signal } = session;
  const host = {
    scope: { allows: target.allows, apis: profiles.map(apiFor) },
    exchanges: recorder.exchanges,
    isLive: target.kind === 'live',
    play: async (_: string, commands: readonly Command[], maxRequests: number) => {
      if (signal.aborted) throw interrupted();
      return await playSequence(session, profiles, commands, maxRequests);
    },
  };
  await explore(host, options, into);
}

/** The requests of an exploration are used up. */
class OutOfRequests extends Error {}

/** Carries out commands at a target that is put back before and after them, where it has states. Returns where the last whole one ends. */
async function playSequence(
  session: ProbeSession,
  profiles: readonly Profile[],
  commands: readonly Command[],
  maxRequests: number,
): Promise<number> {
  const { exchanges } = session.recorder;
  const limited = { ...session, recorder: atMost(session.recorder, maxRequests) };
  const setting = settingOf(limited, profiles, commands);
  session.samples.byPath.clear();
  const hasStates = session.target.allows.has('states') && session.target.setState !== undefined;
  const restore = async () => {
    if (hasStates) await setting.data.state('everything is as seeded');
  };
  await restore();
  let end = exchanges.length;
  try {
    for (const command of commands) {
      const kind = kindNamed(command.do);
      if (kind && (kind.api === 'lms' || versionOf(command) === setting.data.profile.name))
        await kind.run(setting, command);
      end = exchanges.length;
    }
  } catch (error) {
    if (!(error instanceof OutOfRequests)) throw error;
  } finally {
    // Best effort: an error of the commands matters more.
    await restore().catch(() => {});
  }
  return end;
}

function versionOf({ api = usual[0].name }: Command): string {
  return api;
}

/** A sequence is about one version of the Data API. */
function settingOf(
  session: ProbeSession,
  profiles: readonly Profile[],
  commands: readonly Command[],
): Setting {
  const [any] = profiles;
  const versions = profiles.filter((one) => one.kind === 'data');
  const data =
    versions.find((one) => commands.some((it) => versionOf(it) === one.name)) ?? versions[0] ?? any;
  const lms = profiles.find((one) => one.kind === 'lms') ?? any;
  if (!data || !lms) throw new RangeError('No API was chosen.');
  const seen = new Set<string>();
  let number = 0;
  return {
    data: createActor(session, data),
    lms: createActor(session, lms, data.kind === 'data' ? data : undefined),
    known: new Map(),
    nextNumber: () => ++number,
    isFirst: (what) => {
      const isNew = !seen.has(what);
      seen.add(what);
      return isNew;
    },
  };
}

function atMost(recorder: Recorder, maxRequests: number): Recorder {
  let left = maxRequests;
  return {
    ...recorder,
    send: (outgoing) => {
      if (left-- <= 0) throw new OutOfRequests('no request is left');
      return recorder.send(outgoing);
    },
  };
}
