// The editor of rubrics: line numbers, findings that lead to their lines, and what is typed survives a reload.
"use strict";
{
  const text = document.getElementById("text"), gutter = document.getElementById("gutter"), told = document.getElementById("kept");
  const KEY = `grader.draft ${location.pathname}`;

  const number = () => {
    const lines = text.value.split("\n").length;
    if (gutter.childElementCount !== lines) gutter.replaceChildren(...Array.from({ length: lines }, (_, at) => Object.assign(document.createElement("span"), { textContent: `${at + 1}\n` })));
  };
  const follow = () => { gutter.scrollTop = text.scrollTop; };
  const go = (line) => {
    const lines = text.value.split("\n"), at = Math.min(line, lines.length) - 1;
    const start = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + lines[at].length);
    text.scrollTop = Math.max(0, (at / lines.length) * text.scrollHeight - text.clientHeight / 3);
    follow();
  };
  document.addEventListener("click", (event) => {
    const where = event.target.closest("a.where");
    if (where) { event.preventDefault(); go(Number(where.dataset.line)); }
  });
  // An update closes what was unfolded: it stays as the person left it.
  let unfolded = false;
  document.addEventListener("toggle", (event) => { if (event.target.id === "notes-found") unfolded = event.target.open; }, true);
  document.addEventListener("htmx:after:swap", () => { const notes = document.getElementById("notes-found"); if (notes) notes.open = unfolded; });
  text.addEventListener("scroll", follow);
  text.addEventListener("input", number);

  if (told) {
    const changed = () => text.dispatchEvent(new Event("input", { bubbles: true }));
    const kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
    // A page that answers a form holds what was typed; only one that was just opened can lack something.
    const fresh = "fresh" in text.dataset, begun = fresh ? text.defaultValue : kept ? kept.of : "";
    const save = () => sessionStorage.setItem(KEY, JSON.stringify({ of: begun, value: text.value }));
    if (!fresh) save();
    if (fresh && kept && kept.value !== text.value && (kept.of === text.value || !kept.of)) {
      text.value = kept.value;
      const discard = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Discard it" });
      discard.addEventListener("click", () => { text.value = text.defaultValue; told.replaceChildren(); changed(); text.focus(); });
      told.replaceChildren("What you had typed here is back. ", discard);
      setTimeout(changed, 100);
    }
    text.addEventListener("input", save);
    const unchecked = document.getElementById("unchecked");
    const WHY = { 401: "sign in again", 413: "it is larger than 256 KiB", 429: "too many requests, wait a moment" };
    const fail = (status) => { unchecked.textContent = `Not checked: ${WHY[status] || (status ? `the service failed (${status})` : "the service cannot be reached")}. Your text stays in this tab.`; };
    document.addEventListener("htmx:response:error", (event) => fail(event.detail.ctx.response.status));
    document.addEventListener("htmx:error", () => fail(0));
    document.addEventListener("htmx:after:request", () => { unchecked.textContent = ""; });
    document.addEventListener("submit", (event) => { if (event.submitter && event.submitter.id === "publish") sessionStorage.removeItem(KEY); });
  }
  number();
}
