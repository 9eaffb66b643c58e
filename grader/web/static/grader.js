// Keys, autosave and the timer; every page works without this file.
"use strict";
const KEPT = "grader.interview", KEYS = "grader.keys", HELD = /^(notes|hand|asked|deeper):/, CALM = 2000;
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
  0: () => { const find = byId("tick-filter"); if (find) { find.focus(); find.select(); } return find; },
  h: () => press("ask-1"),
  d: () => press("deeper-1"),
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
const own = () => JSON.stringify(fields().filter(([name]) => ["q", "candidate", "assessment"].includes(name)));
function save() {
  sessionStorage.setItem(KEPT, JSON.stringify({ of: own(), at: Date.now(), fields: fields() }));
  byId("saved").textContent = navigator.onLine ? "" : "offline: your notes are kept in this tab";
}
function restore() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  if (!kept || kept.of !== own() || fields().some(([name, value]) => HELD.test(name) && value)) return;
  for (const [name, value] of kept.fields) {
    if (!HELD.test(name)) continue;
    const there = form.elements.namedItem(name);
    if (there && name.startsWith("notes:")) there.value = value;
    else form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value, className: "restored" }));
  }
  if (kept.fields.some(([name, value]) => HELD.test(name) && value)) form.requestSubmit(form.querySelector("button"));
}

// More concepts than there are digits: type a number or words, Enter sets the first one shown.
const filter = byId("tick-filter");
function sift() {
  const wanted = filter.value.trim().toLowerCase();
  for (const tick of document.querySelectorAll(".tick")) {
    const number = tick.querySelector("kbd").textContent, words = tick.querySelector("strong").textContent.toLowerCase();
    tick.parentElement.hidden = wanted && (/^\d+$/.test(wanted) ? number !== wanted : !words.includes(wanted));
  }
}
if (filter) {
  filter.addEventListener("input", sift);
  document.addEventListener("htmx:after:swap", sift);
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      const first = filter.value.trim() && document.querySelector(".ticks li:not([hidden]) .tick");
      if (first) { first.click(); filter.select(); }
    }
    if (event.key === "Escape") { filter.value = ""; sift(); }
  });
}

// A screen reader is told how many concepts are met, at most every two seconds.
let told = 0, telling;
function tell() {
  clearTimeout(telling);
  telling = setTimeout(() => {
    const news = byId("news").textContent;
    if (byId("told").textContent !== news) { byId("told").textContent = news; told = Date.now(); }
  }, Math.max(0, told + CALM - Date.now()));
}

// One change at a time, each built on what the one before came to: presses wait, and so do notes typed meanwhile.
let busy = false, typed = false;
const waiting = [], again = () => notes.dispatchEvent(new Event("input", { bubbles: true }));
const twin = ({ name, value }) => [...document.querySelectorAll("#panel button")].find((each) => each.name === name && each.value === value);
function pressed(event) {
  const button = event.target.closest("button"), within = button && button.closest("#panel");
  if (button && busy) {
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.push(within ? () => twin(button) : () => button);
  } else if (within) {
    busy = true;
    notes.dispatchEvent(new Event("htmx:abort"));
  }
}
function answered() {
  busy = false;
  while (waiting.length && !busy) { const next = waiting.shift()(); if (next) next.click(); }
  if (typed && !busy) { typed = false; again(); }
}
if (form) {
  form.addEventListener("click", pressed, true);
  document.addEventListener("htmx:before:request", (event) => { if (busy && event.target === notes) { event.preventDefault(); typed = true; } });
  document.addEventListener("htmx:finally:request", (event) => { if (event.target !== notes) answered(); });
  document.addEventListener("htmx:after:swap", tell);
  const started = byId("started"), timer = byId("timer");
  if (!/^\d+$/.test(started.value)) started.value = String(Date.now());
  const tick = () => {
    const seconds = Math.max(0, Math.floor((Date.now() - Number(started.value)) / 1000));
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  tick();
  setInterval(tick, 1000);
  restore();
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  document.addEventListener("htmx:after:swap", save);
  addEventListener("offline", save);
  addEventListener("online", () => { save(); again(); });
  // What was typed before the scripts were there: until the first reply, on a slow machine more than once.
  let tries = 0;
  const late = setInterval(() => {
    if (told || telling || ++tries > 20) clearInterval(late);
    else if (notes.value !== notes.defaultValue) again();
  }, 600);
  notes.setSelectionRange(notes.value.length, notes.value.length);
}
