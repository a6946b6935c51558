// A lesson is observed where there may be no connection. A form marked data-later is kept on this device when there is none and
// sends itself once there is; the server takes the same form twice as once.
(() => {
  const note = document.querySelector('#later');
  const prefix = 'later:';
  const waiting = () => Object.keys(localStorage).filter(key => key.startsWith(prefix));
  const say = (what, path) => {
    note.textContent = note.dataset[what];
    note.hidden = false;
    if (path && path !== location.pathname) {
      const link = document.createElement('a');
      link.href = path;
      link.textContent = note.dataset.open;
      note.append(' ', link);
    }
  };
  const isThere = async () => {
    try {
      return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(8000) })).ok;
    } catch {
      return false;
    }
  };

  for (const form of document.querySelectorAll('form[data-later]')) {
    let isOnline = false;
    form.addEventListener('submit', async event => {
      if (isOnline) {
        return;
      }
      event.preventDefault();
      const entries = [...new FormData(form, event.submitter)].filter(([, value]) => typeof value === 'string');
      isOnline = await isThere();
      delete form.dataset.sending;
      if (isOnline) {
        form.requestSubmit(event.submitter);
        return;
      }
      localStorage.setItem(prefix + location.pathname, JSON.stringify({ entries, draft: form.dataset.draft }));
      say('waiting');
      note.scrollIntoView();
    });
  }

  let isSending = false;
  const send = async () => {
    if (isSending || waiting().length === 0) {
      return;
    }
    isSending = true;
    try {
      for (const key of waiting()) {
        const path = key.slice(prefix.length);
        const kept = JSON.parse(localStorage.getItem(key));
        const page = await fetch(path, { cache: 'reload' });
        if (new URL(page.url).pathname === '/sign-in') {
          say('signIn');
          continue;
        }
        const token = page.ok && new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('input[name=__RequestVerificationToken]')?.value;
        if (!token) {
          continue;
        }
        const body = new URLSearchParams(kept.entries.map(([name, value]) => [name, name === '__RequestVerificationToken' ? token : value]));
        const answer = await fetch(path, { method: 'POST', body });
        if (answer.redirected && new URL(answer.url).pathname !== '/sign-in') {
          localStorage.removeItem(key);
          localStorage.removeItem('draft:' + kept.draft);
          say('sent', path);
        } else if (answer.status < 500) {
          localStorage.removeItem(key);
          say('refused', path);
        }
      }
    } catch { /* no connection yet */ }
    isSending = false;
  };
  addEventListener('online', send);
  setInterval(send, 15000);
  if (waiting().includes(prefix + location.pathname)) {
    say('waiting');
  }
  send();

  navigator.serviceWorker?.register('/sw.js').then(() => navigator.serviceWorker.ready).then(registration => registration.active.postMessage({
    keep: [
      ...document.querySelectorAll('form[data-later]').length ? [location.pathname] : [],
      ...[...document.querySelectorAll('[data-lesson]')].map(e => e.dataset.lesson),
      ...[...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src]')].map(e => e.href || e.src),
    ],
  })).catch(() => { /* without it the form has to stay open */ });

  // nobody else reads the forms of this device afterwards; what was not sent stays
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => self.caches?.delete('lessons-1'));
})();
