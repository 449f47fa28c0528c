/**
 * Disables telemetry and logging of Pact and its dependencies. Must be set before the native core is loaded, which reads
 * them once.
 */
export const quietSwitches = {
  PACT_DO_NOT_TRACK: 'true',
  DO_NOT_TRACK: '1',
  SCARF_ANALYTICS: 'false',
  SCARF_NO_ANALYTICS: 'true',
  LOG_LEVEL: 'error',
  RUST_LOG: 'error',
  NO_COLOR: '1',
} as const;

/** Needed to start the process, to find certificates, and to find a relocated native core. */
const inherited = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'PACT_PREBUILD_LOCATION',
  'PACT_PREBUILD_PACKAGE_LOCATION',
] as const;

const proxies = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'https_proxy', 'http_proxy', 'all_proxy'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of the process with the native core: an allow-list, so that no token is passed on and no `PACT_…`
 * variable silently changes the verification. With `network`, proxy settings are kept for the broker, but not for localhost.
 */
export function coreEnvironment(env: Environment, network: boolean): Record<string, string> {
  const names: readonly string[] = network ? [...inherited, ...proxies] : inherited;
  const kept = names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  const noProxy = [env.NO_PROXY ?? env.no_proxy, '127.0.0.1', 'localhost'].filter(Boolean).join(',');
  return { ...Object.fromEntries(kept), ...quietSwitches, NO_PROXY: noProxy, no_proxy: noProxy };
}
