/* Follows the records while they are edited. Part of `serve` alone: no page that `build` writes has it. */
(() => {
  'use strict';
  const d = document;
  const shown = JSON.parse(d.currentScript.dataset.state);
  const place = 'minutebook:' + location.pathname;
  const details = () => [...d.querySelectorAll('details')];

  /* A reload leaves the reader where they were. */
  const reload = () => {
    try {
      const open = details().map((one) => one.open);
      sessionStorage.setItem(place, JSON.stringify({ x: scrollX, y: scrollY, open }));
    } catch { /* nothing may be kept here */ }
    location.reload();
  };
  const restore = () => {
    let was = null;
    try {
      was = JSON.parse(sessionStorage.getItem(place));
      sessionStorage.removeItem(place);
    } catch { /* nothing was kept */ }
    if (!was) return;
    const now = details();
    if (now.length === was.open.length) now.forEach((one, i) => { one.open = was.open[i]; });
    scrollTo({ left: was.x, top: was.y, behavior: 'instant' });
  };

  /* The new stylesheet takes the place of the old one once it is there, so that nothing flashes. */
  const restyle = (path, print) => {
    for (const old of d.querySelectorAll('link[rel=stylesheet]')) {
      if (new URL(old.href).pathname !== path || old.dataset.old) continue;
      old.dataset.old = 'yes';
      const next = old.cloneNode();
      delete next.dataset.old;
      next.href = path + '?' + print;
      next.addEventListener('load', () => old.remove());
      old.after(next);
    }
  };

  const make = (tag, text, name) => {
    const made = d.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  };
  const counted = (n, noun) => n + ' ' + noun + (n === 1 ? '' : 's');

  /* `12 |   - 14:06 …` and `   |     ^^^^^ words`: the gutter is dim, the marks have the colour of the level. */
  const frame = (lines) => {
    const pre = make('pre');
    pre.tabIndex = 0;
    for (const line of lines.split('\n')) {
      const [, gutter, rest] = line.match(/^(\s*\d*\s*\||\.\.\.)(.*)$/s) || [null, '', line];
      pre.append(make('s', gutter));
      const marks = /^\s*\d/.test(gutter) ? [rest] : rest.split(/(\^+|-{2,}|_+\^)/);
      for (const part of marks) {
        if (part) pre.append(/^[_^]+$/.test(part) ? make('b', part) : /^-{2,}$/.test(part) ? make('i', part) : part);
      }
      pre.append('\n');
    }
    return pre;
  };

  let panel = null;
  let folded = false;
  const fold = () => {
    folded = panel.toggleAttribute('data-fold', !folded);
    const button = panel.querySelector('button');
    button.setAttribute('aria-expanded', !folded);
    button.textContent = (folded ? 'Show' : 'Fold') + ' (Esc)';
  };
  const faults = (found) => {
    panel?.remove();
    panel = null;
    if (!found) { folded = false; return; }
    panel = make('section', '', 'mb-faults');
    panel.setAttribute('aria-labelledby', 'mb-faults');
    const wrap = make('div', '', 'wrap');
    const head = make('header');
    const counts = [[found.errors, 'error'], [found.warnings, 'warning']].filter(([n]) => n);
    const title = make('h2', counts.map(([n, noun]) => counted(n, noun)).join(', ') + ' in ' + counted(found.files, 'file'));
    title.id = 'mb-faults';
    const status = make('p', 'You see the last good state. The next good save clears this.');
    status.setAttribute('role', 'status');
    const tools = make('div');
    const button = make('button', 'Fold (Esc)', 'btn');
    button.type = 'button';
    button.setAttribute('aria-expanded', true);
    button.addEventListener('click', fold);
    tools.append(button);
    head.append(title, status, tools);
    const list = make('ol');
    list.tabIndex = 0;
    list.setAttribute('aria-label', 'What is wrong');
    for (const one of found.shown) {
      const item = make('li', '', one.level);
      const name = make('h3');
      name.append(make('span', one.level), ' ', make('b', one.rule), ' ' + one.message);
      item.append(name, make('p', one.place, 'place'));
      if (one.lines) item.append(frame(one.lines));
      for (const word of ['help', 'note']) {
        if (one[word]) item.append(make('p', word + ': ' + one[word], 'help'));
      }
      list.append(item);
    }
    wrap.append(head, list);
    panel.append(wrap);
    d.body.append(panel);
    if (folded) { folded = false; fold(); }
  };
  d.addEventListener('keydown', (event) => { if (event.key === 'Escape' && panel) fold(); });

  let findings = 'null';
  const follow = (now) => {
    if (now.page !== shown.page || now.scripts !== shown.scripts) {
      reload();
      return;
    }
    for (const [path, print] of Object.entries(now.styles)) {
      if (shown.styles[path] !== print) restyle(path, print);
    }
    shown.styles = now.styles;
    const text = JSON.stringify(now.findings);
    if (text !== findings) faults(now.findings);
    findings = text;
  };

  let wait = 100;
  const listen = () => {
    const socket = new WebSocket('ws://' + location.host + '/@minutebook/listen' + location.pathname);
    socket.addEventListener('message', (event) => {
      wait = 100;
      follow(JSON.parse(event.data));
    });
    socket.addEventListener('close', () => {
      setTimeout(listen, wait);
      wait = Math.min(wait * 2, 2000);
    });
  };
  restore();
  listen();
})();
