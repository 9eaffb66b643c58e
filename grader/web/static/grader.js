// Keys, autosave and the timer; every page works without this file.
"use strict";
const KEPT = "grader.interview", KEYS = "grader.keys";
const byId = (id) => document.getElementById(id);
const form = byId("interview"), notes = byId("notes"), sheet = byId("keys"), single = byId("single-keys");
document.documentElement.classList.add("scripted");

// Single keys (WCAG 2.1.4: they can be turned off).
single.checked = localStorage.getItem(KEYS) !== "off";
single.addEventListener("change", () => localStorage.setItem(KEYS, single.checked ? "on" : "off"));
byId("show-keys").addEventListener("click", () => sheet.showModal());
const typing = (at) => at.closest("textarea, input:not([type=checkbox]), select");
const point = (id) => { const found = byId(id); if (found) found.focus(); return found; };
const press = (id) => { const found = byId(id); if (found) found.click(); return found; };
const ACTIONS = {
  "?": () => { sheet.showModal(); return true; },
  "/": () => { const find = byId("find"); if (find) find.focus(); return find; },
  i: () => { if (notes) notes.focus(); return notes; },
  n: () => press("next"),
  p: () => press("previous"),
};
document.addEventListener("keydown", (event) => {
  if (event.isComposing || sheet.open) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const main = byId("scorecard") || document.querySelector("button.main");
    if (main) { event.preventDefault(); main.click(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (!single.checked && event.key !== "?") return;
  const done = /^[1-9]$/.test(event.key) ? (press(`tick-${event.key}`) || point(`pick-${event.key}`)) : ACTIONS[event.key] && ACTIONS[event.key]();
  if (done) event.preventDefault();
});

const all = byId("choose-all");
if (all) all.addEventListener("click", () => document.querySelectorAll("input[name=q]").forEach((each) => { each.checked = true; }));

// The interview lives in its form. A copy stays in this tab, so that a reload or a lost connection loses nothing.
const fields = () => [...new FormData(form)].filter(([name]) => name !== "started" && name !== "at");
const own = () => JSON.stringify(fields().filter(([name]) => name === "q" || name === "candidate"));
function save() {
  sessionStorage.setItem(KEPT, JSON.stringify({ of: own(), at: Date.now(), fields: fields() }));
  byId("saved").textContent = navigator.onLine ? "" : "offline: your notes are kept in this tab";
}
function restore() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  if (!kept || kept.of !== own() || fields().some(([name, value]) => /^(notes|hand|asked):/.test(name) && value)) return;
  for (const [name, value] of kept.fields) {
    if (!/^(notes|hand|asked):/.test(name)) continue;
    const there = form.elements.namedItem(name);
    if (there && name.startsWith("notes:")) there.value = value;
    else form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value, className: "restored" }));
  }
  if (kept.fields.some(([name, value]) => /^(notes|hand|asked):/.test(name) && value)) form.requestSubmit(form.querySelector("button"));
}
if (form) {
  const started = byId("started"), timer = byId("timer");
  if (!/^\d+$/.test(started.value)) started.value = String(Date.now());
  const tick = () => {
    const seconds = Math.max(0, Math.floor((Date.now() - Number(started.value)) / 1000));
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  tick();
  setInterval(tick, 1000);
  const again = () => notes.dispatchEvent(new Event("input", { bubbles: true }));
  restore();
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  document.addEventListener("htmx:after:swap", save);
  addEventListener("offline", save);
  addEventListener("online", () => { save(); again(); });
  // What was typed before the scripts were there.
  setTimeout(() => { if (notes.value !== notes.defaultValue) again(); }, 100);
  notes.setSelectionRange(notes.value.length, notes.value.length);
}
