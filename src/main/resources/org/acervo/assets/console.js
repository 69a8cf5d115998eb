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

// Long lists are shortened by what is typed above them
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
document.querySelectorAll("[data-ahead]").forEach((field) => {
  field.hidden = false;
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  field.addEventListener("input", () => {
    const typed = folded(field.value);
    field.parentElement.querySelectorAll("label").forEach((each) => { each.hidden = !folded(each.textContent).includes(typed); });
  });
});

// Titles are proposed while somebody types (a combobox with a list, as ARIA has it)
document.querySelectorAll("[data-suggest]").forEach((box) => {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${box.id}-suggestions`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.suggestLabel);
  box.after(list);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })
    .forEach(([name, value]) => box.setAttribute(name, value));
  let at = -1;
  let asked;
  let waiting;
  const close = () => { list.hidden = true; at = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const open = (id) => { window.location.href = box.dataset.suggestOpen + id; };
  const show = (titles) => {
    list.replaceChildren(...titles.map((each, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.id = each.id;
      each.title.forEach(([text, marked]) => {
        const part = document.createElement(marked ? "mark" : "span");
        part.textContent = text;
        option.append(part);
      });
      option.addEventListener("mousedown", (event) => { event.preventDefault(); open(each.id); });
      return option;
    }));
    at = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = titles.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
  };
  const ask = async () => {
    if (asked) asked.abort();
    if (box.value.trim().length < 2) { close(); return; }
    asked = new AbortController();
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(box.value)}`, { signal: asked.signal });
      if (answer.ok && document.activeElement === box) show(await answer.json());
    } catch (aborted) { /* what is typed now is asked for, or the line is down */ }
  };
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const options = [...list.children];
    if (list.hidden || options.length === 0) return;
    if (event.key === "Escape") { close(); event.preventDefault(); return; }
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); open(options[at].dataset.id); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    if (at >= 0) options[at].setAttribute("aria-selected", "false");
    at = event.key === "ArrowDown" ? (at + 1) % options.length : (at <= 0 ? options.length : at) - 1;
    options[at].setAttribute("aria-selected", "true");
    box.setAttribute("aria-activedescendant", options[at].id);
  });
});

// The hit that is shown beside the list is marked in it, and read next
document.addEventListener("htmx:afterSwap", (event) => {
  const preview = document.getElementById("preview");
  if (!preview || !event.detail.target || event.detail.target.id !== "preview") return;
  document.querySelectorAll(".peek").forEach((each) => {
    const shown = new URL(each.href).searchParams.get("preview") === preview.dataset.id;
    if (shown) each.setAttribute("aria-current", "true"); else each.removeAttribute("aria-current");
  });
  const heading = preview.querySelector("h2");
  if (heading) heading.focus({ preventScroll: window.innerWidth > 1100 });
});
document.addEventListener("click", (event) => {
  document.querySelectorAll(".menu[open], .help[open]").forEach((each) => { if (!each.contains(event.target)) each.open = false; });
});
