// A form that only carries something on: sent at once, with its button for whoever has no script.
document.querySelector('form[data-send]')?.submit();
