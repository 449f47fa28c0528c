import type { Report } from './report.ts';

/** What a reader should know of the subject, as given with `--name`, `--subject-version`, `--commit` and `--link`. One line each. */
export interface About {
  readonly name?: string;
  readonly version?: string;
  /** A hash or a tag. */
  readonly commit?: string;
  /** An `https:` or `http:` URL. */
  readonly link?: string;
}

/** The subject for people: the given name, or how it was reached. */
export function nameOf({ about, subject }: Pick<Report, 'about' | 'subject'>): string {
  return about?.name ?? subject.name;
}

/**
 * The link as an attribute may have it. A report is read from a file that anyone may have written, so it is checked again;
 * `undefined` if it is not a URL of the web.
 */
export function linkIn({ about }: Pick<Report, 'about'>): string | undefined {
  const { link } = about ?? {};
  const url = link !== undefined && URL.canParse(link) ? new URL(link) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
