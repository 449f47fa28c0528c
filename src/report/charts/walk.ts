import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { count } from '../escape.ts';
import { line, rect, renderFigure, words } from './svg.ts';

/** Pages that one picture shows: from the beginning, and up to the end. */
const limits = { head: 18, tail: 4 } as const;
const frame = { width: 770, left: 10, right: 672, top: 34, height: 110 } as const;

/** A page of a list, as it was seen. */
interface Page {
  readonly nth: number;
  readonly exchange: ReadExchange;
  /** Entries on it; absent where the answer is no list. */
  readonly entries: number | undefined;
  readonly hasNext: boolean;
}

/** `true` where requests that were sent one after the other make a picture: two pages of a list at the least. */
export function isWalk(exchanges: readonly ReadExchange[]): boolean {
  return exchanges.filter((one) => entriesOf(one) !== undefined).length >= 2;
}

/**
 * The pages of a walk side by side, each as high as it is full; the line is what was asked for. `accused` are the pages
 * that a finding names, by `seq`; `asked` is how many entries a page holds where the request names no limit.
 */
export function renderWalk(
  exchanges: readonly ReadExchange[],
  accused: ReadonlySet<number>,
  asked: number,
): string {
  const pages = exchanges.map(pageOf);
  const limit = limitOf(exchanges[0], asked);
  const most = Math.max(limit, ...pages.map((one) => one.entries ?? 0), 1);
  const shown = choose(pages, accused);
  const step = Math.min(56, (frame.right - frame.left) / shown.length);
  const base = frame.top + frame.height;
  const height = (entries: number) => (frame.height * entries) / most;
  const shapes: string[] = [line(frame.left, base, frame.right, base, 'hair')];
  shown.forEach((page, place) => {
    const x = frame.left + place * step;
    const middle = x + step / 2 - 2;
    if (page === undefined) {
      shapes.push(words(middle, base - 8, '…', 'soft', 'middle'));
      return;
    }
    const isBad = accused.has(page.exchange.seq);
    const top = base - height(page.entries ?? 0);
    const name = isBad ? 'bad' : '';
    shapes.push(
      rect(
        x,
        Math.min(top, base - 2),
        step - 4,
        Math.max(2, base - top),
        `page ${isBad ? 'bad' : page.hasNext ? '' : 'last'}`.trim(),
      ),
      words(
        middle,
        top - 6,
        page.entries === undefined ? (statusOf(page) ?? '?') : String(page.entries),
        name,
        'middle',
      ),
      words(middle, base + 16, String(page.nth), isBad ? 'bad' : 'soft', 'middle'),
    );
    if (isBad) shapes.push(words(middle, base + 30, '▲', 'bad', 'middle'));
  });
  const y = base - height(limit);
  shapes.push(
    line(frame.left, y, frame.right, y, 'due'),
    words(frame.right + 8, y + 4, `${limit} asked for`, 'soft'),
    words(frame.right + 8, base + 16, 'page', 'soft'),
  );
  return renderFigure({
    width: frame.width,
    height: base + 38,
    shapes,
    caption: captionOf(pages, accused),
    text: pages
      .map((page) => textOf(page, accused))
      .slice(0, 60)
      .join('\n'),
  });
}

function choose(pages: readonly Page[], accused: ReadonlySet<number>): readonly (Page | undefined)[] {
  if (pages.length <= limits.head + limits.tail + 1) return pages;
  const between = pages
    .slice(limits.head, -limits.tail)
    .filter((one) => accused.has(one.exchange.seq))
    .slice(0, 4);
  return [
    ...pages.slice(0, limits.head),
    undefined,
    ...between,
    ...(between.length > 0 ? [undefined] : []),
    ...pages.slice(-limits.tail),
  ];
}

function captionOf(pages: readonly Page[], accused: ReadonlySet<number>): string {
  const entries = pages.reduce((sum, page) => sum + (page.entries ?? 0), 0);
  const bad = pages.filter((page) => accused.has(page.exchange.seq)).map((page) => page.nth);
  const path = pages[0]?.exchange.request.path.split('?', 1)[0] ?? '';
  const named =
    bad.length === 0
      ? ''
      : `; ${bad.length === 1 ? 'the finding is on page' : 'findings are on pages'} ${bad.slice(0, 8).join(', ')}${bad.length > 8 ? ' and more' : ''}`;
  return `A walk of ${path}: ${count(pages.length, 'page')}, ${count(entries, 'entry', 'entries')}${named}. Each bar is a page with its number of entries.`;
}

function textOf(page: Page, accused: ReadonlySet<number>): string {
  const held =
    page.entries === undefined
      ? `${statusOf(page) ?? 'no answer'}, no list`
      : count(page.entries, 'entry', 'entries');
  return `page ${page.nth}: ${held}${page.hasNext ? ', next' : ', no next'}${accused.has(page.exchange.seq) ? '  ◄ finding' : ''}`;
}

function pageOf(exchange: ReadExchange, place: number): Page {
  return {
    nth: place + 1,
    exchange,
    entries: entriesOf(exchange),
    hasNext: exchange.links.some(({ rel }) => rel === 'next'),
  };
}

function entriesOf(exchange: ReadExchange): number | undefined {
  return exchange.method === 'GET' ? exchange.entries?.length : undefined;
}

function limitOf(first: ReadExchange | undefined, asked: number): number {
  const text = first?.query.get('limit') ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : asked;
}

function statusOf({ exchange }: Page): string | undefined {
  return exchange.response && String(exchange.status);
}
