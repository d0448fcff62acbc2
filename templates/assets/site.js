/* Enhancements only: every page is complete without this file. */
(() => {
  'use strict';
  const root = document.documentElement;
  root.dataset.js = '';
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const store = {
    read(key) { try { return localStorage.getItem(key); } catch { return null; } },
    write(key, value) { try { localStorage.setItem(key, value); } catch { /* private windows have none */ } },
  };
  /* A key of one letter works where the focus is in what it is for, and nobody is typing: WCAG 2.1.4. */
  const isFor = (part, { target, ctrlKey, metaKey, altKey }) =>
    part.contains(target) && !(ctrlKey || metaKey || altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  const fragment = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ''; }
  };

  /* Theme: as the system has it, light, dark */
  const themes = ['auto', 'light', 'dark'];
  const button = one('[data-theme-btn]');
  if (button) {
    let theme = store.read('theme');
    if (!themes.includes(theme)) theme = 'auto';
    const show = () => {
      if (theme === 'auto') delete root.dataset.theme; else root.dataset.theme = theme;
      button.textContent = `Theme: ${theme}`;
    };
    show();
    button.addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      store.write('theme', theme);
      show();
    });
  }

  /* Zone: every instant of the list and of drawings, in the incident's zone, in UTC or in the reader's. A clock that
     is on another day there than the rows around it says so. */
  const zone = one('[data-zone]');
  if (zone) {
    const times = all('.tl time[datetime*="T"], figcaption time[datetime*="T"], svg [data-t], svg [data-d]').map((element) => ({
      element, line: element.parentNode, own: element.textContent,
      at: new Date(element.dateTime || element.dataset.t || element.dataset.d),
      near: (element.closest('[data-day]') ?? one('.tl'))?.dataset.day,
    }));
    const name = one('[data-zn]'), ownName = name?.textContent;
    const show = (choice) => {
      const format = (options, locale = 'en-GB') => {
        const made = new Intl.DateTimeFormat(locale, { timeZone: choice === 'utc' ? 'UTC' : undefined, ...options });
        return (at) => made.format(at).replace('Sept', 'Sep');
      };
      const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, day = { day: 'numeric', month: 'short' };
      const [minutes, seconds] = [format(clock), format({ ...clock, second: '2-digit' })];
      const [days, dates, iso] = [format(day), format({ ...day, year: 'numeric' }), format({}, 'sv')];
      let before = {};
      for (const { element, line, own, at, near } of times) {
        if (before.line !== line) before = { line, day: near };
        const today = iso(at), isClock = own.includes(':');
        const isTold = !isClock || !element.dateTime || !near || today === before.day;
        before.day = today;
        const shown = isClock ? (/:.*:/.test(own) ? seconds : minutes)(at) : (/\d{4}/.test(own) ? dates : days)(at);
        element.textContent = choice === 'inc' ? own : isTold ? shown : `${days(at)}, ${shown}`;
      }
      for (const element of all('[data-own]')) element.hidden = choice !== 'inc';
      for (const element of all('[data-utc]')) element.hidden = choice === 'utc';
      if (name) name.textContent = { inc: ownName, utc: 'UTC', loc: 'your time' }[choice];
    };
    zone.addEventListener('change', ({ target }) => show(target.value));
    /* A browser that comes back to a page remembers the choice. */
    show(one(':checked', zone).value);
  }

  /* Permalinks work by id. A time without a row leads to the last row before it: #t=18:59:30, #t=23:02Z */
  const rows = all('.tl li[id^="t="]');
  if (rows.length) {
    const firstDay = one('.tl').dataset.day;
    const local = (text) => {
      const [, day = firstDay, clock] = text.match(/^(?:(\d{4}-\d\d-\d\d)T)?(\d\d:\d\d(?::\d\d)?)/) ?? [];
      return clock && `${day}T${clock}`;
    };
    const instants = rows.map((row) => one('time[datetime*="T"]', row)?.dateTime.replace(/Z$/, ''));
    const universal = (text) => {
      const [, day, clock] = text.match(/^(?:(\d{4}-\d\d-\d\d)T)?(\d\d:\d\d(?::\d\d)?)Z$/) ?? [];
      const first = instants.find((at, row) => at && !/\d{4}-/.test(rows[row].id));
      if (!clock || !first) return undefined;
      if (day) return `${day}T${clock}`;
      const sameDay = `${first.slice(0, 11)}${clock}`;
      if (sameDay >= first) return sameDay;
      return `${new Date(Date.parse(`${first.slice(0, 10)}T00:00Z`) + 864e5).toISOString().slice(0, 11)}${clock}`;
    };
    const nearest = (wanted, keys) => {
      let best = -1;
      keys.forEach((key, at) => {
        if (!key || key > wanted) return;
        if (best < 0 || key > keys[best] || (key === keys[best] && rows[at].id.length < rows[best].id.length)) best = at;
      });
      return rows[best];
    };
    const keys = rows.map((row) => local(row.id.slice(2)));
    const jump = () => {
      all('.at').forEach((row) => row.classList.remove('at'));
      const id = fragment();
      if (!id.startsWith('t=') || document.getElementById(id)) return;
      const text = id.slice(2);
      const row = text.endsWith('Z') ? nearest(universal(text), instants) : nearest(local(text), keys);
      if (!row) return;
      row.classList.add('at');
      row.scrollIntoView({ block: 'center' });
    };
    addEventListener('hashchange', jump);
    jump();
  }

  /* In the list, j and k go to the next and the last event */
  const events = all('.tl .ev');
  if (events.length) {
    document.addEventListener('keydown', (event) => {
      const step = { j: 1, k: -1 }[event.key];
      if (!step || !isFor(one('.tl'), event)) return;
      const here = events.findIndex(({ id }) => id === fragment());
      const next = events[Math.max(0, Math.min(events.length - 1, here + step))];
      location.hash = next.id;
      one('.when a', next).focus();
    });
  }

  /* An event and its mark light each other. A mark with a listener of its own would take the focus. */
  const mates = all('.tl .ev, .figure a[href^="#t="], .figure [data-row^="t="]');
  const row = (mate) => mate.id || mate.dataset.row || mate.getAttribute('href').slice(1);
  const light = ({ target }) => {
    const lit = mates.filter((mate) => mate.contains(target)).map(row);
    for (const mate of mates) mate.classList.toggle('on', lit.includes(row(mate)));
  };
  if (mates.length) for (const type of ['pointerover', 'focusin']) document.addEventListener(type, light);

  /* What is past due when the page is read */
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  for (const element of all('[data-due]')) {
    if (element.dataset.due >= today) continue;
    element.classList.add('late');
    const words = document.createElement('span');
    words.className = 'js';
    words.textContent = ', past due';
    element.append(words);
  }

  /* The list of incidents: words of the filter, a severity of the address, and how many are left */
  const form = one('[data-filter]');
  if (form) {
    const input = one('input', form), incidents = all('.inc');
    const count = one('[data-count]'), whole = count.textContent, empty = one('[data-empty]');
    const texts = incidents.map((incident) => incident.textContent.toLowerCase());
    const severities = all('[data-only] a');
    const apply = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const rank = fragment().match(/^only-(\d+)$/)?.[1];
      let left = 0;
      incidents.forEach((incident, at) => {
        incident.hidden = (rank && incident.dataset.rank !== rank) || !words.every((word) => texts[at].includes(word));
        if (!incident.hidden) left += 1;
      });
      for (const year of all('.year')) year.hidden = !one('.inc:not([hidden])', year);
      for (const link of severities) {
        if (link.id === (rank ? `only-${rank}` : 'all')) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
      count.textContent = left === incidents.length ? whole : `${left} of ${whole}`;
      empty.hidden = left > 0;
    };
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    input.addEventListener('input', () => {
      apply();
      const url = new URL(location);
      if (input.value) url.searchParams.set('q', input.value); else url.searchParams.delete('q');
      try { history.replaceState(null, '', url); } catch { /* files have no history of their own */ }
    });
    addEventListener('hashchange', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || !isFor(one('.list'), event)) return;
      event.preventDefault();
      input.focus();
    });
    apply();
  }
})();
