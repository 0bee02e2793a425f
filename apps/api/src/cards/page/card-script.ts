import { asset } from './asset.js';

// Without it (no JavaScript) the share link, an e-mail with the address in it, stays in the button's place.
export const cardScript = asset(
  '/card.js',
  'text/javascript; charset=utf-8',
  `'use strict';
(function () {
  var button = document.getElementById('share');
  var link = document.getElementById('share-link');
  var status = document.getElementById('status');
  if (!button || !link || !status) return;
  var data = button.dataset;
  var timer;
  function say(text, milliseconds) {
    clearTimeout(timer);
    status.textContent = '';
    // A live region announces a change: the same words twice need the empty moment between.
    setTimeout(function () { status.textContent = text; }, 50);
    if (milliseconds) timer = setTimeout(function () { status.textContent = ''; }, milliseconds);
  }
  function copy() {
    function show() { say(data.manual + ' ' + data.url); }
    if (!navigator.clipboard) return show();
    navigator.clipboard.writeText(data.url).then(function () { say(data.copied, 4000); }, show);
  }
  link.hidden = true;
  button.hidden = false;
  button.addEventListener('click', function () {
    if (!navigator.share) return copy();
    navigator.share({ title: data.title, url: data.url }).catch(function (error) {
      // The visitor closing the sheet is no failure.
      if (error.name !== 'AbortError') copy();
    });
  });
})();
`,
);
