/**
 * The script of `report.html`: search, filters kept in the URL fragment (which also works from `file://`), links that open their
 * target, and copy buttons. The page is readable without it. It writes text, never markup.
 */
export const script = `'use strict';
(() => {
const root = document.documentElement;
const all = (selector, of = document) => [...of.querySelectorAll(selector)];
const make = (name, attributes, text) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
};
root.classList.add('js');
const rows = all('.r').map((row) => ({
  row,
  id: row.querySelector('.in').id,
  theme: row.closest('.theme').querySelector('h3').id,
  outcome: row.dataset.outcome,
  level: row.dataset.level,
  text: [row.querySelector('summary'), ...all('.msg', row)].map((one) => one.textContent).join(' ').toLowerCase(),
}));
const sections = all('section.theme').map((section) => ({ section, group: section.querySelector('.g'), open: section.querySelector('.g').open }));
const words = { failed: 'failed', warning: 'warning', cantTell: 'cannot tell', untested: 'untested', inapplicable: 'inapplicable', passed: 'passed' };
const state = { q: '', outcome: '', level: '', theme: '' };
let wasFiltered = false;

const tools = document.getElementById('tools');
tools.setAttribute('role', 'search');
tools.setAttribute('aria-label', 'Requirements');
const search = make('input', { type: 'search', 'aria-label': 'Search requirements', placeholder: 'Search  ( / )', autocomplete: 'off', spellcheck: 'false' });
const chips = make('div', { class: 'chips', role: 'group', 'aria-label': 'Outcome' });
const buttons = [['', 'all'], ...Object.entries(words)].flatMap(([outcome, word]) => {
  const n = rows.filter((one) => outcome === '' || one.outcome === outcome).length;
  if (n === 0) return [];
  const button = make('button', { type: 'button', 'aria-pressed': 'false' }, word + ' ' + n);
  button.dataset.outcome = outcome;
  button.addEventListener('click', () => change({ outcome }));
  chips.append(button);
  return [button];
});
const select = (key, name) => {
  const made = make('select', { 'aria-label': name });
  made.append(make('option', { value: '' }, 'every ' + name.toLowerCase()));
  for (const value of new Set(rows.map((one) => one[key]))) made.append(make('option', { value }, value));
  made.addEventListener('change', () => change({ [key]: made.value }));
  return made;
};
const level = select('level', 'Level');
const theme = select('theme', 'Category');
const shown = make('output', { 'aria-live': 'polite' });
const fold = make('button', { type: 'button' }, 'Open all');
fold.addEventListener('click', () => {
  const seen = rows.filter((one) => !one.row.hidden);
  const open = seen.some((one) => !one.row.open);
  for (const one of seen) one.row.open = open;
  for (const one of sections) one.group.open = open || one.open;
  fold.textContent = open ? 'Close all' : 'Open all';
});
tools.append(search, chips, level, theme, fold, shown);

const failures = rows.filter((one) => one.row.classList.contains('failed'));
const next = make('button', { type: 'button' }, 'Next failure');
let current = -1;
next.addEventListener('click', () => {
  const here = failures.findIndex((one) => '#' + one.id === location.hash.split('&')[0]);
  current = ((here < 0 ? current : here) + 1) % failures.length;
  const { id } = failures[current];
  write(id);
  reveal(id);
  next.textContent = 'Next failure (' + (current + 1) + ' of ' + failures.length + ')';
});
if (failures.length > 0) {
  const box = make('div', { class: 'jump' });
  box.append(next);
  document.querySelector('.matrix').append(box);
}

const apply = () => {
  const parts = state.q.toLowerCase().split(/\\s+/).filter(Boolean);
  let n = 0;
  for (const one of rows) {
    const fits = ['outcome', 'level', 'theme'].every((key) => state[key] === '' || one[key] === state[key]) && parts.every((part) => one.text.includes(part));
    one.row.hidden = !fits;
    if (fits) n++;
  }
  const filtered = Object.values(state).some((value) => value !== '');
  for (const { section, group, open } of sections) {
    section.hidden = !section.querySelector('.r:not([hidden])');
    if (filtered !== wasFiltered || filtered) group.open = filtered || open;
  }
  wasFiltered = filtered;
  for (const one of buttons) one.setAttribute('aria-pressed', String(one.dataset.outcome === state.outcome));
  if (search.value !== state.q) search.value = state.q;
  level.value = state.level;
  theme.value = state.theme;
  shown.textContent = n + ' of ' + rows.length + ' shown';
};
const filters = () => new URLSearchParams(Object.entries(state).filter(([, value]) => value !== '')).toString();
const write = (id) => history.replaceState(null, '', '#' + [id, filters()].filter(Boolean).join('&'));
const change = (changes) => {
  Object.assign(state, changes);
  apply();
  write('');
};
const reveal = (id) => {
  const target = id && document.getElementById(id);
  if (!target) return;
  const row = target.closest('.r');
  if (row && row.hidden) {
    Object.assign(state, { q: '', outcome: '', level: '', theme: '' });
    apply();
  }
  const box = target.closest('details');
  for (let one = box; one; one = one.parentElement.closest('details')) one.open = true;
  if (!box) return target.scrollIntoView();
  (target.matches('.f') ? target : box).scrollIntoView({ block: 'start' });
  box.querySelector('summary').focus({ preventScroll: true });
};
const read = () => {
  const parts = location.hash.slice(1).split('&');
  const id = parts[0].includes('=') ? '' : parts.shift();
  const given = new URLSearchParams(parts.join('&'));
  if (parts.length > 0) {
    for (const key of Object.keys(state)) state[key] = given.get(key) || '';
    for (const [key, box] of [['level', level], ['theme', theme]]) if (![...box.options].some((one) => one.value === state[key])) state[key] = '';
    if (!buttons.some((one) => one.dataset.outcome === state.outcome)) state.outcome = '';
  }
  apply();
  let name = id;
  try { name = decodeURIComponent(id); } catch {}
  reveal(name);
  if (id && parts.length === 0 && filters() !== '') write(id);
};
search.addEventListener('input', () => change({ q: search.value }));
document.addEventListener('keydown', (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === 'Escape' && state.q !== '') {
    event.preventDefault();
    change({ q: '' });
  } else if (event.key === 'Escape' && event.target === search) search.blur();
});
addEventListener('hashchange', read);
if (navigator.clipboard)
  for (const pre of all('pre.copy')) {
    const box = make('div', { class: 'copyable' });
    const button = make('button', { type: 'button', class: 'copybutton' }, 'Copy');
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent);
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'Select it';
        getSelection().selectAllChildren(pre);
      }
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    pre.replaceWith(box);
    box.append(pre, button);
  }
read();
})();
`;
