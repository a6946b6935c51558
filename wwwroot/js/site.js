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

// What was typed into a form marked data-draft outlives an expired session on this device, until it is sent.
for (const form of document.querySelectorAll('form[data-draft]')) {
  const key = 'draft:' + form.dataset.draft;
  const fields = () => [...form.elements].filter(f => f.name && !['hidden', 'file', 'password', 'submit'].includes(f.type));
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  if (kept) {
    for (const field of fields()) {
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.checked = kept[field.name] === field.value || field.checked;
      } else if (!field.value && kept[field.name]) {
        field.value = kept[field.name];
      }
    }
  }
  form.addEventListener('input', () => {
    const values = {};
    for (const field of fields()) {
      if ((field.type !== 'radio' && field.type !== 'checkbox') || field.checked) {
        values[field.name] = field.value;
      }
    }
    sessionStorage.setItem(key, JSON.stringify(values));
  });
  if (document.querySelector('.notice')) {
    sessionStorage.removeItem(key);
  }
}
