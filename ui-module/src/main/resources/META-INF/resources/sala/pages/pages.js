// Without this every page works. With it a form is sent beside the page: when the network is gone, what was typed is
// still there, and a second tap sends nothing twice. In plain words of 2017, for phones that are no longer updated.
(function () {
  'use strict';
  var sending = false;

  function look(root) {
    var first = root.querySelector('[data-focus]');
    if (first) first.focus();
    var share = root.querySelector('[data-share]');
    if (share && (navigator.share || navigator.clipboard)) share.hidden = false;
  }

  function show(html, address) {
    var page = new DOMParser().parseFromString(html, 'text/html');
    document.documentElement.lang = page.documentElement.lang;
    document.title = page.title;
    document.body.parentNode.replaceChild(document.adoptNode(page.body), document.body);
    if (address !== location.href) history.pushState(null, '', address);
    window.scrollTo(0, 0);
    look(document);
  }

  document.addEventListener('submit', function (event) {
    var form = event.target, by = event.submitter;
    if (!window.fetch || !window.URLSearchParams || !by || form.method !== 'post' || by.hasAttribute('data-file')) return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    by.setAttribute('aria-busy', 'true');
    var offline = document.getElementById('offline');
    offline.hidden = true;
    var fields = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { fields.append(name, value); });
    if (by.name) fields.append(by.name, by.value);
    fetch(form.action, { method: 'POST', body: fields, credentials: 'same-origin' })
      .then(function (answer) {
        return answer.text().then(function (html) { show(html, answer.redirected ? answer.url : location.href); });
      })
      .catch(function () { offline.hidden = false; by.removeAttribute('aria-busy'); })
      .then(function () { sending = false; });
  });

  document.addEventListener('click', function (event) {
    var share = event.target.closest('[data-share]');
    if (!share) return;
    var link = document.querySelector('[data-link]').href;
    if (navigator.share) navigator.share({ url: link }).catch(function () {});
    else navigator.clipboard.writeText(link).then(function () { share.textContent = share.dataset.shared; });
  });

  window.addEventListener('popstate', function () { location.reload(); });
  look(document);
})();
