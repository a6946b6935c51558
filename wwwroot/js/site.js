// Small helps that a page can do without.

// A wrong form: its summary is read out first.
document.querySelector('.errors')?.focus();

// A form is sent once, however often the button is pressed.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = 'yes';
  setTimeout(() => delete form.dataset.sending, 8000);
});

// What was typed into a form marked data-draft outlives an expired session on this device, until it is sent. One that saves by
// itself (data-autosave) outlives a closed browser too. What was saved from elsewhere meanwhile is not written over, and what was
// typed here stands beside it until the person takes or drops it.
for (const form of document.querySelectorAll('form[data-draft]')) {
  const store = 'autosave' in form.dataset ? localStorage : sessionStorage;
  const key = 'draft:' + form.dataset.draft;
  const fields = () => [...form.elements].filter(f => f.name && !['hidden', 'file', 'password', 'submit'].includes(f.type));
  const shown = () => form.elements.Shown?.value;
  const kept = document.querySelector('.notice') ? null : JSON.parse(store.getItem(key) ?? 'null');
  let unsent = kept?.Unsent ?? [];
  if (kept) {
    const isLast = 'autosave' in form.dataset && kept.Shown !== undefined && kept.Shown === shown();
    const answered = new Set('autosave' in form.dataset && !isLast ? fields().filter(f => f.checked).map(f => f.name) : []);
    for (const field of fields()) {
      const before = field.checked ? field.checked : field.value;
      const isOther = field.type === 'radio' ? kept[field.name] === field.value && !field.checked && answered.has(field.name)
        : field.type !== 'checkbox' && 'autosave' in form.dataset && !isLast && field.value && kept[field.name] && kept[field.name] !== field.value;
      if (isOther && !unsent.some(u => u.name === field.name && u.value === kept[field.name])) {
        unsent.push({ name: field.name, value: kept[field.name] });
      }
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.checked = answered.has(field.name) ? field.checked : kept[field.name] === field.value || (field.checked && !(isLast && field.name in kept));
      } else if (isLast ? field.name in kept : !field.value && kept[field.name]) {
        field.value = kept[field.name];
      }
      if (before !== (field.checked ? field.checked : field.value)) {
        form.dataset.restored = 'yes';
      }
    }
  }
  const keep = () => {
    const values = { Shown: shown(), Unsent: unsent };
    for (const field of fields()) {
      if ((field.type !== 'radio' && field.type !== 'checkbox') || field.checked) {
        values[field.name] = field.value;
      }
    }
    store.setItem(key, JSON.stringify(values));
  };
  form.addEventListener('input', keep);
  form.addEventListener('draft-sent', () => unsent.length > 0 ? store.setItem(key, JSON.stringify({ Shown: shown(), Unsent: unsent })) : store.removeItem(key));
  const note = form.querySelector('template[data-unsent]');
  for (const item of note ? unsent : []) {
    const field = [...form.elements].find(f => f.name === item.name && (f.type !== 'radio' || f.value === item.value));
    if (!field) {
      continue;
    }
    const shownNote = note.content.firstElementChild.cloneNode(true);
    shownNote.querySelector('blockquote').textContent = field.type === 'radio' ? field.labels[0].textContent : item.value;
    shownNote.querySelector('[data-use]').addEventListener('click', () => {
      field.checked = field.type === 'radio' || field.checked;
      field.value = item.value;
      settle(field);
    });
    shownNote.querySelector('[data-drop]').addEventListener('click', () => settle(field));
    (field.closest('.level') ?? field).after(shownNote);
    const settle = changed => {
      unsent = unsent.filter(u => u !== item);
      shownNote.remove();
      changed.focus();
      changed.dispatchEvent(new Event('input', { bubbles: true }));
    };
  }
  if (document.querySelector('.notice')) {
    unsent = [];
    store.removeItem(key);
  }
}

// What is left of a time that the server holds, counted down by the second; the page says the end itself.
for (const shown of document.querySelectorAll('[data-until]')) {
  const end = performance.now() + 1000 * shown.dataset.until;
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    shown.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (left > 0) setTimeout(tick, 1000);
  };
  tick();
}
