// A form with a file sends the file in pieces before the form: it goes on after a lost connection, and after the
// browser was closed when the same file is chosen again. Without this script the file travels with the form.
(() => {
  // four seconds at 1 Mbit/s: what a cut connection costs at most
  const pieceBytes = 512 * 1024;
  const retryDelays = [0, 1000, 3000, 5000, 10000, 20000, ...Array(200).fill(30000)];
  // a connection may be gone without anybody saying so; on a line that is only slow this grows
  const shortestSilence = 60000;
  const longestSilence = 480000;
  const keptFor = 72 * 3600 * 1000;

  const digest = async blob => new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  const hex = bytes => [...bytes].map(b => b.toString(16).padStart(2, '0')).join('');
  const base64 = bytes => btoa(String.fromCharCode(...bytes));

  let library;
  const load = address => library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = resolve;
    script.onerror = () => { library = undefined; reject(new Error(address)); };
    document.head.append(script);
  });

  // adds to each piece the checksum that the server compares it with
  const stackWithChecksums = onUnreadable => {
    const stack = new tus.DefaultHttpStack({});
    return {
      getName: () => stack.getName(),
      createRequest(method, address) {
        const request = stack.createRequest(method, address);
        const send = request.send.bind(request);
        const abort = request.abort.bind(request);
        let isAborted = false;
        request.abort = () => { isAborted = true; return abort(); };
        request.send = async body => {
          if (method === 'PATCH') {
            try {
              request.setHeader('Upload-Checksum', 'sha256 ' + base64(await digest(body)));
            } catch (fault) {
              onUnreadable();
              throw fault;
            }
            if (isAborted) {
              throw new DOMException('', 'AbortError');
            }
          }
          return send(body);
        };
        return request;
      },
    };
  };

  // where an upload goes on, by what is in the file: neither its name nor anybody's is kept here
  const memory = {
    keyOf: (purpose, hash) => `upload:${purpose}:${hash}`,
    get: key => JSON.parse(localStorage.getItem(key) ?? 'null')?.url,
    set: (key, url) => localStorage.setItem(key, JSON.stringify({ url, at: Date.now() })),
    drop: key => localStorage.removeItem(key),
    begun(purpose) {
      const keys = Object.keys(localStorage).filter(k => k.startsWith('upload:'));
      for (const key of keys) {
        const age = Date.now() - JSON.parse(localStorage.getItem(key)).at;
        if (age > keptFor || age < -keptFor) {
          memory.drop(key);
        }
      }
      return keys.some(k => k.startsWith(memory.keyOf(purpose, '')) && localStorage.getItem(k));
    },
  };

  const enhance = panel => {
    const form = panel.closest('form');
    const chooser = form.querySelector('input[type=file]');
    const field = panel.querySelector('input[type=hidden]');
    const state = panel.querySelector('[role=status]');
    const fault = panel.querySelector('[role=alert]');
    const figures = panel.querySelector('[data-figures]');
    const bar = panel.querySelector('progress');
    const pause = panel.querySelector('button');
    const texts = panel.dataset;
    const size = bytes => (bytes / 1048576).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

    let upload;
    let turn = 0;
    let isUnderway = false;
    let isPaused = false;
    let handInAfterwards = false;

    const say = text => { if (state.textContent !== text) { state.textContent = text; } };
    const fail = text => {
      isUnderway = handInAfterwards = false;
      say('');
      fault.textContent = text;
      fault.hidden = false;
      bar.hidden = figures.hidden = pause.hidden = true;
    };
    const show = sent => {
      bar.hidden = figures.hidden = false;
      bar.value = sent;
      figures.textContent = texts.figures.replace('{0}', size(sent)).replace('{1}', size(bar.max));
    };
    const setPaused = value => {
      isPaused = value;
      pause.textContent = value ? texts.goOn : texts.pause;
    };

    const begin = async file => {
      const mine = ++turn;
      const isOld = () => mine !== turn;
      await upload?.abort();
      upload = undefined;
      isUnderway = true;
      field.value = '';
      fault.hidden = true;
      setPaused(false);
      bar.max = file.size;
      show(0);
      say(texts.preparing);

      let hash;
      try {
        [, hash] = await Promise.all([load(texts.library), digest(file).then(hex)]);
      } catch {
        // the form sends the file itself then
        if (!isOld()) {
          isUnderway = false;
          say('');
          bar.hidden = figures.hidden = true;
          if (handInAfterwards) {
            form.requestSubmit();
          }
        }
        return;
      }
      if (isOld()) {
        return;
      }

      const key = memory.keyOf(texts.purpose, hash);
      let heard = Date.now();
      let silence = shortestSilence;
      let isUnreadable = false;
      const own = upload = new tus.Upload(file, {
        endpoint: texts.endpoint,
        uploadUrl: memory.get(key),
        chunkSize: pieceBytes,
        retryDelays,
        storeFingerprintForResuming: false,
        headers: { RequestVerificationToken: form.querySelector('input[name=__RequestVerificationToken]').value },
        metadata: { enrolment: texts.purpose, filename: file.name, sha256: hash },
        httpStack: stackWithChecksums(() => isUnreadable = true),
        onUploadUrlAvailable() {
          memory.set(key, own.url);
          say(handInAfterwards ? texts.waiting : texts.sending);
        },
        onProgress(sent) {
          heard = Date.now();
          if (!isPaused && !isOld()) {
            show(sent);
            say(handInAfterwards ? texts.waiting : texts.sending);
          }
        },
        onChunkComplete() {
          silence = shortestSilence;
        },
        onShouldRetry(error) {
          const status = error.originalResponse?.getStatus() ?? 0;
          const goesOn = !isUnreadable && (status === 0 || status >= 500 || [408, 409, 423, 429, 460].includes(status));
          heard = Date.now();
          if (goesOn && status !== 409 && !isOld()) {
            say(texts.lost);
          }
          return goesOn;
        },
        onError(error) {
          stop();
          if (isOld()) {
            return;
          }
          const status = error.originalResponse?.getStatus() ?? 0;
          if (isUnreadable) {
            fail(texts.changed);
          } else if (status === 401) {
            fail(texts.signedOut);
          } else if (status >= 400 && status < 500) {
            fail(error.originalResponse.getBody() || texts.broken);
          } else {
            fail(texts.broken);
          }
        },
        onSuccess() {
          stop();
          if (isOld()) {
            return;
          }
          memory.drop(key);
          isUnderway = false;
          field.value = own.url.split('/').pop();
          show(file.size);
          pause.hidden = true;
          say(texts.received);
          if (handInAfterwards) {
            form.requestSubmit();
          }
        },
      });

      const restart = async () => {
        if (!isPaused && !isOld()) {
          heard = Date.now();
          await own.abort();
          own.start();
        }
      };
      const onOffline = () => { if (!isOld() && !isPaused) { say(texts.lost); } };
      const watch = setInterval(() => {
        if (isOld()) {
          stop();
        } else if (isPaused) {
          heard = Date.now();
        } else if (Date.now() - heard > silence) {
          silence = Math.min(longestSilence, silence * 2);
          restart();
        }
      }, 5000);
      const stop = () => {
        clearInterval(watch);
        removeEventListener('online', restart);
        removeEventListener('offline', onOffline);
      };
      addEventListener('online', restart);
      addEventListener('offline', onOffline);
      pause.hidden = false;
      own.start();
    };

    pause.addEventListener('click', async () => {
      setPaused(!isPaused);
      if (isPaused) {
        await upload?.abort();
        say(texts.paused);
      } else {
        say(texts.sending);
        upload?.start();
      }
    });

    chooser.addEventListener('change', () => {
      const file = chooser.files[0];
      if (file?.size > texts.most) {
        turn++;
        upload?.abort();
        field.value = chooser.value = '';
        fail(texts.tooLarge);
      } else if (file?.size > 0) {
        begin(file);
      } else {
        turn++;
        upload?.abort();
        field.value = '';
        isUnderway = false;
        say('');
        bar.hidden = figures.hidden = pause.hidden = fault.hidden = true;
      }
    });

    form.addEventListener('submit', event => {
      if (field.value) {
        // the file is there already and does not travel a second time
        chooser.disabled = chooser.files.length > 0;
      } else if (isUnderway) {
        event.preventDefault();
        event.stopPropagation();
        handInAfterwards = true;
        if (isPaused) {
          pause.click();
        }
        say(texts.waiting);
      }
    });

    // back to this page from the next: the browser shows it as it was left
    addEventListener('pageshow', () => chooser.disabled = false);

    panel.hidden = false;
    if (field.value) {
      say(texts.kept);
    } else if (memory.begun(texts.purpose)) {
      say(texts.unfinished);
    }
  };

  if (globalThis.crypto?.subtle && Blob.prototype.arrayBuffer) {
    document.querySelectorAll('[data-upload]').forEach(enhance);
  }
})();
