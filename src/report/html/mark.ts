/** The suite's mark: pages of a list, and a tick that follows on to the next one. */
const shapes = (color: string, sign: string) =>
  `<rect x="1" y="1" width="30" height="30" rx="8" ${color}/><path d="M8 9.5h16M8 15.5h7" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" opacity=".62"/><path d="${sign}" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/>`;

const tick = 'M9.5 20.6l4.8 4.2L24.5 15';
const cross = 'M16.5 16.5l7.5 7.5M24 16.5l-7.5 7.5';

/** The mark in the accent colour of the page. */
export const mark = `<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">${shapes('class="ground"', tick)}</svg>`;

/** Colour and sign of the icon that a browser shows in its tab, which has no dark mode of its own. */
const icons = {
  passed: ['#18704a', tick],
  partial: ['#18704a', tick],
  failed: ['#b3241e', cross],
  warning: ['#855400', cross],
  plain: ['#3a45b0', tick],
} as const;

export type IconName = keyof typeof icons;

/** A `data:` URL: the page requests nothing. */
export function iconUrl(name: IconName): string {
  const [color, sign] = icons[name];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shapes(`fill="${color}"`, sign)}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
