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
  if (!target && event.key === "/") document.querySelector("a[data-search]")?.click();
  if (!target) return;
  event.preventDefault();
  if (!target.matches("input")) target.click();
  if (target.matches("input, summary")) target.focus();
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

// Files come in parts (tus 1.0.0): a part that is lost is sent again, and a file that was left goes on where it was
const UPLOADS = "acervo-uploads";
const LEAST_PART = 256 * 1024;
const MOST_PART = 8 * 1024 * 1024;
const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
const known = () => { try { return JSON.parse(localStorage.getItem(UPLOADS)) || {}; } catch (unreadable) { return {}; } };
const remember = (key, upload) => {
  const all = known();
  if (upload) all[key] = upload; else delete all[key];
  try { localStorage.setItem(UPLOADS, JSON.stringify(all)); } catch (full) { /* it still goes on until the page is left */ }
};
const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

class Sending {
  constructor(root, publication, name, file, said) {
    Object.assign(this, { root, publication, name, file, said, part: 1024 * 1024, tries: 0 });
    this.key = [publication, name, file.size, file.lastModified].join("|");
    this.headers = { "Tus-Resumable": "1.0.0", "X-Acervo-Token": document.querySelector("meta[name=token]").content };
  }

  async ask(method, address, headers, body) {
    try {
      return await fetch(address, { method, headers: { ...this.headers, ...headers }, body });
    } catch (lineDown) {
      return null;
    }
  }

  async begin() {
    const upload = known()[this.key];
    if (upload) {
      const answer = await this.ask("HEAD", `${this.root}/${upload.id}`, {});
      if (answer && answer.ok) { this.id = upload.id; return Number(answer.headers.get("Upload-Offset")); }
      if (!answer || answer.status === 503) return null;
      remember(this.key, null);
    }
    const said = Object.entries({ publication: this.publication, filename: this.name, ...this.said });
    const answer = await this.ask("POST", this.root, {
      "Upload-Length": String(this.file.size),
      "Upload-Metadata": said.map(([name, value]) => `${name} ${base64(value)}`).join(","),
    });
    if (!answer || answer.status === 503) return null;
    if (!answer.ok) throw await Sending.problem(answer);
    this.id = answer.headers.get("Location").split("/").pop();
    remember(this.key, { id: this.id, publication: this.publication, name: this.name });
    return 0;
  }

  static async problem(answer) {
    const type = answer.headers.get("Content-Type") || "";
    const told = type.includes("json") ? await answer.json() : {};
    const problem = new Error((told.problems || [told.title || `${answer.status}`]).join(" "));
    problem.told = true;
    return problem;
  }

  // Gives when all has come and is kept; tells by the way how far it is, and when the line is waited for
  async run(progress) {
    let offset = await this.begin();
    for (;;) {
      if (offset === null) {
        progress(null);
        await pause(Math.min(30000, 1000 * 2 ** this.tries++));
        offset = await this.begin();
        continue;
      }
      progress(offset / this.file.size);
      const began = performance.now();
      const end = Math.min(this.file.size, offset + this.part);
      const answer = await this.ask("PATCH", `${this.root}/${this.id}`, {
        "Upload-Offset": String(offset),
        "Content-Type": "application/offset+octet-stream",
      }, this.file.slice(offset, end));
      if (answer && answer.ok) {
        this.tries = 0;
        offset = Number(answer.headers.get("Upload-Offset")) || end;
        this.part = performance.now() - began < 2000 ? Math.min(MOST_PART, this.part * 2) : Math.max(LEAST_PART, this.part / 2);
        if (offset >= this.file.size) { remember(this.key, null); progress(1); return; }
      } else {
        if (answer && (answer.status === 422 || answer.status === 401 || answer.status === 403)) {
          if (answer.status === 422) remember(this.key, null);
          throw await Sending.problem(answer);
        }
        this.part = Math.max(LEAST_PART, this.part / 2);
        offset = null;
      }
    }
  }
}

document.querySelectorAll("form[data-resumable]").forEach((form) => {
  const words = form.dataset.words.split("|");
  const field = form.querySelector("input[type=file]");
  const shown = document.createElement("div");
  shown.className = "sending";
  form.append(shown);
  const line = (name) => {
    const place = document.createElement("div");
    const label = document.createElement("span");
    const bar = document.createElement("progress");
    label.textContent = name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", name);
    const note = document.createElement("span");
    note.className = "note";
    note.setAttribute("role", "status");
    place.append(label, bar, note);
    shown.append(place);
    return { bar, note, place };
  };
  const single = form.querySelector("input[name=as]");
  Object.values(known()).filter((each) => form.dataset.publication && each.publication === form.dataset.publication && (!single || single.value === each.name))
    .forEach((each) => {
      const note = document.createElement("p");
      note.className = "note";
      note.textContent = `${each.name}: ${words[5]}`;
      if (!single) shown.append(note);
    });
  form.addEventListener("submit", async (event) => {
    if (!window.fetch || field.files.length === 0) return;
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    shown.replaceChildren();
    const said = {};
    ["language", "description", "embargo"].forEach((name) => {
      const value = form.elements[name] && form.elements[name].value.trim();
      if (value) said[name] = value;
    });
    let failed = false;
    let publication = form.dataset.publication;
    for (const file of field.files) {
      const name = single ? single.value : file.name;
      const { bar, note, place } = line(name);
      try {
        if (!publication) publication = await drafted(form, name);
        await new Sending(form.dataset.resumable, publication, name, file, said).run((share) => {
          if (share === null) { note.textContent = words[1]; return; }
          bar.value = share;
          note.textContent = share === 1 ? words[3] : `${words[0]} ${Math.floor(100 * share)} %`;
        });
      } catch (problem) {
        failed = true;
        note.textContent = "";
        const told = document.createElement("p");
        told.className = "problem";
        told.setAttribute("role", "alert");
        told.textContent = problem.told ? problem.message : words[2];
        place.append(told);
      }
    }
    button.disabled = false;
    typed = false;
    if (!failed) window.location.href = (form.dataset.then || `${form.action}?done=file-brought`).replace("{id}", publication);
    else if (publication) form.dataset.publication = publication;
  });
});

// A publication that begins with its file is kept as a draft before the first part comes
async function drafted(form, name) {
  const answer = await fetch(form.dataset.draft, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Acervo-Token": document.querySelector("meta[name=token]").content },
    body: new URLSearchParams({ name, mission: form.elements.mission ? form.elements.mission.value : "" }),
  });
  if (!answer.ok) throw await Sending.problem(answer);
  return (await answer.json()).id;
}

// What is typed into a draft is kept while it is typed, as long as nobody else has changed it
document.querySelectorAll("form[data-autosave]").forEach((form) => {
  const [saving, saved, stopped, stale, wrong] = form.dataset.autosave.split("|");
  const note = document.querySelector("[data-autosave-note]");
  let waiting;
  let busy = false;
  let again = false;
  let ended = false;
  const tell = (text) => { note.textContent = text; };
  const save = async () => {
    if (busy) { again = true; return; }
    busy = true;
    again = false;
    tell(saving);
    const body = new URLSearchParams(new FormData(form));
    const fresh = form.action.endsWith("/publications/new");
    try {
      const answer = await fetch(form.dataset.autosaveTo, { method: "POST", body });
      const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
      if (answer.ok) {
        form.elements.version.value = told.version;
        if (fresh) {
          form.dataset.autosaveTo += `/${told.id}`;
          form.action = form.action.replace(/new$/, `${told.id}/edit`);
          window.history.replaceState(null, "", `?draft=${told.id}`);
        }
        if (!again) typed = false;
        tell(`${saved} ${new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })}`);
      } else {
        ended = answer.status === 412 || answer.status === 401 || answer.status === 403;
        tell(answer.status === 412 ? stale : answer.status === 422 ? `${wrong} ${(told.problems || []).join(" ")}` : stopped);
      }
    } catch (lineDown) {
      tell(stopped);
      again = true;
    }
    busy = false;
    if (again && !ended) { clearTimeout(waiting); waiting = setTimeout(save, 5000); }
  };
  const soon = () => { if (!ended) { clearTimeout(waiting); waiting = setTimeout(save, 2500); } };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", (event) => {
    ended = true;
    clearTimeout(waiting);
    if (!busy) return;
    event.preventDefault(); // else a draft that is just being made would be made twice
    const done = setInterval(() => { if (!busy) { clearInterval(done); form.requestSubmit(event.submitter); } }, 100);
  });
});
