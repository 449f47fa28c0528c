/**
 * The switches that keep Pact and the packages it brings from telling anybody that they run, and from printing what
 * nobody asked for. They have to be set before the native core is loaded: it reads them once.
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

/** What a process needs to run at all, to find its certificates, and to find a native core that was put elsewhere. */
const passedOn = [
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
 * The environment of the process that holds the native core: an allow-list, so that neither a token nor one of the many
 * `PACT_…` variables changes unseen what is verified. With `network`, the proxy that leads out to a broker is kept, but
 * never for our own address.
 */
export function coreEnvironment(env: Environment, network: boolean): Record<string, string> {
  const names: readonly string[] = network ? [...passedOn, ...proxies] : passedOn;
  const kept = names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  const beside = [env.NO_PROXY ?? env.no_proxy, '127.0.0.1', 'localhost'].filter(Boolean).join(',');
  return { ...Object.fromEntries(kept), ...quietSwitches, NO_PROXY: beside, no_proxy: beside };
}
