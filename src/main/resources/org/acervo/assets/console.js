// Makes the pages of the console quicker to use; every page works without it.
"use strict";

// Forms that htmx sends carry the token of the session, as the others do in a field
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("meta[name=token]");
  if (token) event.detail.headers["X-Acervo-Token"] = token.content;
});

// What was typed and not yet sent is not lost without a question
let typed = false;
document.addEventListener("input", (event) => {
  if (event.target.form && event.target.form.matches("[data-keep]")) typed = true;
});
document.addEventListener("submit", () => { typed = false; });
window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });

// Keys that lead somewhere, never while somebody is writing; data-key on a link or a button names its key
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const rows = [...document.querySelectorAll("[data-row] a[data-open]")];
  if (event.key === "j" || event.key === "k") {
    const at = rows.indexOf(document.activeElement);
    const next = rows[event.key === "j" ? at + 1 : Math.max(at - 1, 0)];
    if (next) { next.focus(); event.preventDefault(); }
    return;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus(); else target.click();
});

// What narrows a search applies at once; without scripts a button does it
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form && form.matches("[data-auto]") && event.target.type !== "search") form.requestSubmit();
});
// On a narrow screen the hits come first
const fold = document.querySelector(".fold");
if (fold && window.matchMedia("(max-width: 900px)").matches) fold.open = false;
