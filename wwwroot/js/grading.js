// The grading screen: columns that can be resized, keys, saving by itself. All of it works without, only slower.
(() => {
  const screen = document.querySelector('[data-grading]');
  if (!screen) {
    return;
  }
  const words = screen.dataset;
  const store = {
    get: key => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* a full or forbidden store only forgets */ } },
  };
  for (const element of screen.querySelectorAll('[data-script]')) {
    element.hidden = false;
  }

  // Columns: the two dividers share 100 parts of the width; each column keeps at least 18.
  const least = 18;
  const dividers = [...screen.querySelectorAll('[role=separator]')];
  let parts = [40, 38, 22];
  try {
    const kept = JSON.parse(store.get('grading:columns') ?? 'null');
    if (Array.isArray(kept) && kept.length === 3 && kept.every(p => Number.isFinite(p) && p >= least) && kept[0] + kept[1] + kept[2] === 100) {
      parts = kept;
    }
  } catch { /* what cannot be read is as good as nothing */ }
  const lay = () => {
    ['--a', '--b', '--c'].forEach((name, i) => screen.style.setProperty(name, parts[i] + 'fr'));
    dividers.forEach((divider, i) => {
      divider.setAttribute('aria-valuenow', i === 0 ? parts[0] : parts[0] + parts[1]);
      divider.setAttribute('aria-valuemin', i === 0 ? least : parts[0] + least);
      divider.setAttribute('aria-valuemax', i === 0 ? parts[0] + parts[1] - least : 100 - least);
    });
  };
  const moveTo = (i, at) => {
    const both = parts[i] + parts[i + 1];
    const before = i === 0 ? 0 : parts[0];
    parts[i] = Math.min(both - least, Math.max(least, Math.round(at) - before));
    parts[i + 1] = both - parts[i];
    lay();
    store.set('grading:columns', JSON.stringify(parts));
  };
  dividers.forEach((divider, i) => {
    const now = () => (i === 0 ? parts[0] : parts[0] + parts[1]);
    divider.addEventListener('keydown', event => {
      const step = { ArrowLeft: -2, ArrowRight: 2, Home: -100, End: 100 }[event.key];
      if (step) {
        event.preventDefault();
        moveTo(i, now() + step);
      }
    });
    divider.addEventListener('pointerdown', event => {
      event.preventDefault();
      divider.focus();
      divider.setPointerCapture(event.pointerId);
    });
    divider.addEventListener('pointermove', event => {
      if (divider.hasPointerCapture(event.pointerId)) {
        const box = screen.getBoundingClientRect();
        moveTo(i, (event.clientX - box.left) * 100 / box.width);
      }
    });
  });
  screen.classList.add('sizable');
  lay();

  // Matches: the passage in the text and its line in the list are one.
  const matches = [...new Set([...screen.querySelectorAll('mark[data-match]')].map(m => m.dataset.match))];
  let match = -1;
  const showMatch = at => {
    if (matches.length === 0) {
      return;
    }
    match = (at + matches.length) % matches.length;
    for (const element of screen.querySelectorAll('[data-match]')) {
      element.classList.toggle('here', element.dataset.match === matches[match]);
    }
    const mark = screen.querySelector(`mark[data-match="${matches[match]}"]`);
    screen.querySelector(`a[data-match="${matches[match]}"]`)?.scrollIntoView({ block: 'nearest' });
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: 'center' });
  };
  for (const link of screen.querySelectorAll('a[data-match]')) {
    link.addEventListener('click', event => {
      event.preventDefault();
      showMatch(matches.indexOf(link.dataset.match));
    });
  }
  for (const button of screen.querySelectorAll('button[data-step]')) {
    button.addEventListener('click', () => showMatch(match < 0 && button.dataset.step === '-1' ? -1 : match + Number(button.dataset.step)));
  }

  // Criteria
  const form = screen.querySelector('form[data-autosave]');
  const criteria = form ? [...form.querySelectorAll('fieldset[data-criterion]')] : [];
  let here = 0;
  form?.addEventListener('focusin', event => {
    const at = criteria.indexOf(event.target.closest('fieldset[data-criterion]'));
    here = at < 0 ? here : at;
  });
  const goTo = at => {
    here = Math.min(criteria.length - 1, Math.max(0, at));
    const radios = criteria[here]?.querySelectorAll('input[type=radio]');
    ([...radios ?? []].find(r => r.checked) ?? radios?.[0])?.focus({ preventScroll: true });
    criteria[here]?.scrollIntoView({ block: 'nearest' });
  };
  const isInCriteria = () => criteria.some(c => c.contains(document.activeElement));
  const setLevel = level => {
    const radio = criteria[here]?.querySelectorAll('input[type=radio]')[level];
    if (radio) {
      radio.checked = true;
      radio.focus();
      radio.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };

  // A marked passage goes into the form of a remark, with its place in the text as it is read.
  const take = () => {
    const selection = getSelection();
    const text = selection.rangeCount > 0 && selection.anchorNode.parentElement?.closest('.text[data-material]');
    const box = form?.querySelector('.remark-form');
    if (!text || !box || !form.elements.Quote || !text.contains(selection.focusNode) || selection.isCollapsed) {
      return false;
    }
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    form.elements.Quote.value = range.toString().trim();
    form.elements.Near.value = before.toString().length;
    form.elements.MaterialId.value = text.dataset.material;
    form.elements.CriterionId.selectedIndex = here;
    box.open = true;
    form.elements.Words.focus();
    return true;
  };
  screen.querySelector('button[data-take]')?.addEventListener('click', take);
  form?.elements.Quote?.addEventListener('input', () => {
    form.elements.Near.value = 0;
    form.elements.MaterialId.value = '';
  });

  // Kept texts go into the comment field that was used last.
  const bank = screen.querySelector('[data-bank]');
  let field = form?.querySelector('fieldset[data-criterion] textarea');
  form?.addEventListener('focusin', event => {
    field = event.target.matches('textarea') && event.target.name !== 'Quote' && event.target.name !== 'KeptText' ? event.target : field;
  });
  const insert = item => {
    const text = item?.querySelector('[data-text]')?.textContent;
    if (text && field) {
      const glue = field.value && !/\s$/.test(field.value) ? ' ' : '';
      field.value = (field.value + glue + text).slice(0, field.maxLength);
      field.focus();
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  bank?.addEventListener('click', event => {
    if (event.target.closest('[data-insert]')) {
      insert(event.target.closest('li'));
    }
  });
  bank?.querySelector('[data-copy]').addEventListener('click', () => {
    const kept = form.elements.KeptText;
    kept.value = (field?.value ?? '').trim().slice(0, kept.maxLength);
    const at = criteria.indexOf(field?.closest('fieldset[data-criterion]'));
    form.elements.CriterionCode.selectedIndex = at + 1;
    kept.focus();
  });
  form?.addEventListener('keydown', event => {
    const number = event.altKey && !event.ctrlKey && !event.metaKey ? /^Digit([1-9])$/.exec(event.code) : null;
    if (number && event.target.matches('textarea')) {
      event.preventDefault();
      insert(bank?.querySelectorAll('li')[Number(number[1]) - 1]);
    }
  });

  // Saving by itself. What is not sent stays on this device (site.js), and says so.
  const state = screen.querySelector('[data-save-state]');
  let sent = form && !form.dataset.restored ? new URLSearchParams(new FormData(form)).toString() : '';
  let isConflict = false;
  let isSending = false;
  const say = (text, isBad) => {
    state.textContent = text;
    state.classList.toggle('bad', isBad);
  };
  const typed = () => new URLSearchParams(new FormData(form)).toString();
  const save = async () => {
    if (!form || isConflict || isSending || form.dataset.sending || typed() === sent) {
      return;
    }
    isSending = true;
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(words.save, { method: 'POST', body, headers: { 'X-Requested-With': 'fetch' } });
      if (answer.ok && !answer.redirected && answer.headers.get('content-type')?.includes('json')) {
        const saved = await answer.json();
        form.elements.Shown.value = saved.shown;
        body.set('Shown', saved.shown);
        sent = body.toString();
        if (typed() === sent) {
          form.dispatchEvent(new CustomEvent('draft-sent'));
        }
        say(saved.words, false);
      } else if (answer.status === 409) {
        isConflict = true;
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        say(page.querySelector('.errors li')?.textContent.trim() || words.kept, true);

        // whoever has compared the two presses the button: that saves knowingly
        form.elements.Shown.value = page.querySelector('[name=Shown]')?.value ?? form.elements.Shown.value;
      } else {
        say(words.kept, true);
      }
    } catch {
      say(words.kept, true);
    } finally {
      isSending = false;
    }
  };
  if (form) {
    setInterval(save, Number(words.seconds) * 1000);
    addEventListener('online', save);
    form.addEventListener('input', () => {
      if (!isConflict) {
        say(navigator.onLine ? words.changed : words.kept, !navigator.onLine);
      }
    });
    if (form.dataset.restored) {
      say(words.restored, false);
    }
  }

  // Keys: one letter each, never while somebody types; they can be turned off.
  const help = screen.querySelector('dialog');
  const isOn = help?.querySelector('input[type=checkbox]');
  if (isOn) {
    isOn.checked = store.get('grading:keys') !== 'off';
    isOn.addEventListener('change', () => store.set('grading:keys', isOn.checked ? 'on' : 'off'));
    screen.querySelector('[data-help]').addEventListener('click', () => help.showModal());
    help.querySelector('[data-close]').addEventListener('click', () => help.close());
  }
  document.addEventListener('keydown', event => {
    const field = event.target.closest?.('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]');
    if (!isOn || field || event.ctrlKey || event.altKey || event.metaKey || help.open || (!isOn.checked && event.key !== '?')) {
      return;
    }
    const keys = {
      1: () => setLevel(0),
      2: () => setLevel(1),
      3: () => setLevel(2),
      j: () => goTo(isInCriteria() ? here + 1 : here),
      k: () => goTo(here - 1),
      n: () => showMatch(match + 1),
      p: () => showMatch(match < 0 ? -1 : match - 1),
      s: save,
      m: take,
      '?': () => help.showModal(),
    };
    // the same keys of the Kazakh and Russian layouts
    const act = keys[event.key.toLowerCase()] ?? keys[{ KeyJ: 'j', KeyK: 'k', KeyN: 'n', KeyP: 'p', KeyS: 's', KeyM: 'm', Digit1: '1', Digit2: '2', Digit3: '3' }[event.code]];
    if (act) {
      event.preventDefault();
      act();
    }
  });
})();
