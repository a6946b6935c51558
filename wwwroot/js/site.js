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
// itself (data-autosave) outlives a closed browser too; what was saved from elsewhere meanwhile is not written over.
for (const form of document.querySelectorAll('form[data-draft]')) {
  const store = 'autosave' in form.dataset ? localStorage : sessionStorage;
  const key = 'draft:' + form.dataset.draft;
  const fields = () => [...form.elements].filter(f => f.name && !['hidden', 'file', 'password', 'submit'].includes(f.type));
  const shown = () => form.elements.Shown?.value;
  const kept = document.querySelector('.notice') ? null : JSON.parse(store.getItem(key) ?? 'null');
  if (kept) {
    const isLast = 'autosave' in form.dataset && kept.Shown !== undefined && kept.Shown === shown();
    const answered = new Set('autosave' in form.dataset && !isLast ? fields().filter(f => f.checked).map(f => f.name) : []);
    for (const field of fields()) {
      const before = field.checked ? field.checked : field.value;
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
  form.addEventListener('input', () => {
    const values = { Shown: shown() };
    for (const field of fields()) {
      if ((field.type !== 'radio' && field.type !== 'checkbox') || field.checked) {
        values[field.name] = field.value;
      }
    }
    store.setItem(key, JSON.stringify(values));
  });
  form.addEventListener('draft-sent', () => store.removeItem(key));
  if (document.querySelector('.notice')) {
    store.removeItem(key);
  }
}
