import { UsageError } from '../errors.ts';
import type { Assignment } from './driver.ts';

/** The environment of a process. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What programs need to run: paths, language, time zone, temporary files, terminal. */
const everywhere = `
  PATH HOME USER LOGNAME SHELL PWD LANG LANGUAGE TZ TZDIR TMPDIR TMP TEMP TERM NO_COLOR FORCE_COLOR CI
  XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR LD_LIBRARY_PATH DYLD_LIBRARY_PATH`;

/** Without these, most programs do not start on Windows. */
const windows = `
  SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT OS USERPROFILE USERNAME HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA
  PROGRAMDATA PROGRAMFILES PROGRAMFILES(X86) PROGRAMW6432 COMMONPROGRAMFILES PUBLIC NUMBER_OF_PROCESSORS
  PROCESSOR_ARCHITECTURE`;

/** Where language runtimes and their version managers have their own files. */
const runtimes = `
  JAVA_HOME JDK_HOME JRE_HOME MAVEN_HOME M2_HOME GRADLE_HOME GRADLE_USER_HOME SDKMAN_DIR KOTLIN_HOME SCALA_HOME
  VIRTUAL_ENV CONDA_PREFIX CONDA_DEFAULT_ENV PYTHONHOME PYTHONPATH PYTHONUNBUFFERED PYTHONIOENCODING PYTHONUTF8 PYENV_ROOT
  PYENV_VERSION POETRY_HOME UV_CACHE_DIR PIPENV_ACTIVE
  NODE_PATH NODE_ENV NVM_DIR NVM_BIN VOLTA_HOME FNM_DIR N_PREFIX PNPM_HOME BUN_INSTALL DENO_DIR COREPACK_HOME
  GEM_HOME GEM_PATH BUNDLE_PATH BUNDLE_GEMFILE RUBYLIB RBENV_ROOT RBENV_VERSION RVM_PATH
  GOPATH GOROOT GOBIN GOCACHE GOMODCACHE CARGO_HOME RUSTUP_HOME RUSTUP_TOOLCHAIN
  DOTNET_ROOT DOTNET_CLI_HOME NUGET_PACKAGES PERL5LIB PERL_LOCAL_LIB_ROOT PLENV_ROOT PHPRC PHP_INI_SCAN_DIR COMPOSER_HOME
  MIX_HOME HEX_HOME ASDF_DIR ASDF_DATA_DIR MISE_DATA_DIR NIX_PATH NIX_PROFILES HOMEBREW_PREFIX`;

const passed: ReadonlySet<string> = new Set(`${everywhere} ${windows} ${runtimes}`.trim().split(/\s+/));

/**
 * The environment of a client: the variables that programs and language runtimes need, those that the user names, and the
 * protocol. Everything else stays away from it: a variable may have a secret whatever its name is, and a proxy would intercept
 * requests to 127.0.0.1.
 */
export function environmentFor(
  assignment: Assignment,
  own: Variables,
  named: readonly string[] = [],
): Record<string, string> {
  const kept = Object.entries(own).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (isPassed(entry[0]) || named.includes(entry[0])),
  );
  return {
    ...Object.fromEntries(kept),
    CLEVER_BASE_URL: assignment.baseUrl,
    CLEVER_TOKEN: assignment.token,
    CLEVER_DATA_VERSION: assignment.dataVersion,
    CLEVER_JOB: assignment.job,
    CLEVER_JOB_INPUT: JSON.stringify(assignment.input),
    CLEVER_STATE_DIR: assignment.stateDir,
    CLEVER_SCENARIO: assignment.scenario,
  };
}

/** Windows ignores the case of names. */
function isPassed(name: string): boolean {
  const upper = name.toUpperCase();
  return passed.has(upper) || upper.startsWith('LC_');
}

/** Checks the names of variables that the user wants a client to have. Throws `UsageError` for the first that cannot be passed. */
export function readVariableNames(names: readonly string[], own: Variables): readonly string[] {
  for (const name of names) {
    const [written = ''] = name.split('=', 1);
    if (written !== name)
      throw new UsageError(
        `--env ${written}=… has a value.`,
        `Other users of the machine can read it: export ${written}, and give --env ${written}.`,
      );
    if (!/^[A-Za-z_]\w*$/.test(name))
      throw new UsageError(
        '--env has a value that is not the name of a variable.',
        'Give a name such as DB_URL.',
      );
    if (/^CLEVER_/i.test(name))
      throw new UsageError(
        `--env ${name} cannot be passed.`,
        'The suite sets the variables that begin with CLEVER_.',
      );
    if (/_proxy$/i.test(name))
      throw new UsageError(
        `--env ${name} cannot be passed.`,
        'A proxy would intercept requests to 127.0.0.1.',
      );
    if (own[name] === undefined)
      throw new UsageError(`--env ${name} is not set.`, `Set it: export ${name}=…`);
  }
  return names;
}
