// Text and sources move together, and keys go from match to match. Without this file the numbers are links.
const compare = document.getElementById('compare');
const textPane = document.getElementById('text-pane');
const sourcePane = document.getElementById('source-pane');
const matches = [...textPane.querySelectorAll('mark[data-match]')];
const inSource = number => document.getElementById('s-' + number);
const inText = number => document.getElementById('m-' + number);
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
let current = -1;
let led = null;

// One beside the other only where there is room: on a phone they stand one under the other and do not scroll by themselves.
const beside = () => textPane.offsetTop === sourcePane.offsetTop;
const topIn = (pane, element) => element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;

function scroll(pane, to, smooth) {
  led = pane;
  pane.scrollTo({ top: Math.max(0, to), behavior: smooth && !still ? 'smooth' : 'instant' });
  setTimeout(() => { led = led === pane ? null : led; }, smooth && !still ? 600 : 60);
}

function mark(number) {
  for (const chosen of compare.querySelectorAll('mark.chosen')) {
    chosen.classList.remove('chosen');
  }
  for (const chosen of compare.querySelectorAll(`mark[data-match="${number}"], mark[data-more="${number}"]`)) {
    chosen.classList.add('chosen');
  }
  current = matches.findIndex(m => m.dataset.match === String(number));
}

// Both places on one level.
function align(number, follow) {
  const [here, there] = follow === sourcePane ? [inText(number), inSource(number)] : [inSource(number), inText(number)];
  if (!here || !there || !beside()) {
    return;
  }
  const leading = follow === sourcePane ? textPane : sourcePane;
  scroll(follow, topIn(follow, there) - (topIn(leading, here) - leading.scrollTop), true);
}

function choose(number) {
  mark(number);
  align(number, sourcePane);
}

function step(by) {
  if (matches.length === 0) {
    return;
  }
  const next = matches[(current + by + matches.length + (current < 0 && by < 0 ? 1 : 0)) % matches.length];
  next.focus({ preventScroll: true });
  if (beside()) {
    scroll(textPane, topIn(textPane, next) - textPane.clientHeight / 4, false);
  } else {
    next.scrollIntoView({ block: 'center' });
  }
  choose(next.dataset.match);
}

compare.querySelector('[data-steps]').hidden = matches.length === 0;
for (const button of compare.querySelectorAll('[data-step]')) {
  button.addEventListener('click', () => step(Number(button.dataset.step)));
}

// Only while the panes have the focus, so that no key does anything elsewhere on the page.
compare.querySelector('.compare').addEventListener('keydown', event => {
  const by = { j: 1, n: 1, k: -1, p: -1 }[event.key];
  if (by && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    step(by);
  }
});

textPane.addEventListener('click', event => {
  const match = event.target.closest('mark[data-match]');
  if (match && !event.target.closest('a')) {
    choose(match.dataset.match);
  }
});
sourcePane.addEventListener('click', event => {
  const match = event.target.closest('mark[data-match]');
  if (match && !event.target.closest('a')) {
    mark(match.dataset.match);
    align(match.dataset.match, textPane);
  }
});

// The links between the panes move the panes, not the page.
compare.addEventListener('click', event => {
  const target = event.target.closest('.compare a[href^="#"]')?.getAttribute('href').slice(1);
  const place = target && document.getElementById(target);
  if (!place) {
    return;
  }
  event.preventDefault();
  mark(place.dataset.match);
  if (beside()) {
    const pane = place.closest('.pane');
    scroll(pane, topIn(pane, place) - pane.clientHeight / 4, false);
  }
  place.focus({ preventScroll: beside() });
});

// Reading on in one pane leads the other to the match that is being read.
function follow(leading, following, other) {
  leading.addEventListener('scroll', () => {
    if (led === leading || !beside()) {
      return;
    }
    const line = leading.scrollTop + leading.clientHeight / 3;
    const read = [...leading.querySelectorAll('mark[data-match]')].filter(m => topIn(leading, m) <= line && topIn(leading, m) >= leading.scrollTop - 40).pop();
    if (read && read.dataset.match !== String(matches[current]?.dataset.match) && other(read.dataset.match)) {
      mark(read.dataset.match);
      align(read.dataset.match, following);
    }
  }, { passive: true });
}
follow(textPane, sourcePane, inSource);
follow(sourcePane, textPane, inText);
