// Forms for the observation of a lesson open without a connection once they were seen on this device; everything else needs one.
const shelf = 'lessons-1';
const isLesson = url => /^\/support\/[0-9a-f-]{36}\/lesson$/.test(url.pathname);
const isPart = url => /^\/(css|js|lib)\//.test(url.pathname) || url.pathname === '/favicon.svg';

const keep = async (path, answer) => {
  if (answer.ok && !answer.redirected) {
    await (await caches.open(shelf)).put(path, answer);
  }
};

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

// a page tells which forms may be needed on the way, and of which parts it is made
self.addEventListener('message', event => event.waitUntil(Promise.all(event.data.keep.slice(0, 40).map(async path => {
  try {
    await keep(path, await fetch(path));
  } catch { /* it is kept when there is a connection */ }
}))));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !(isLesson(url) || isPart(url))) {
    return;
  }
  event.respondWith((async () => {
    try {
      const answer = await fetch(event.request);
      event.waitUntil(keep(event.request, answer.clone()));
      return answer;
    } catch (lost) {
      const kept = await caches.match(event.request);
      if (kept) {
        return kept;
      }
      throw lost;
    }
  })());
});
