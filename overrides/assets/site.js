// A copy button on each block of code, never on an output. In place of Material's: its button takes the
// nearest id for a CSS selector, which an example's ("methods/from_numpy/share") is not, and its nav has no name.
function addCopyButton(box) {
  const code = box.querySelector("pre code");
  if (!navigator.clipboard || !code || box.closest(".no-copy")) return;
  const what = code.parentElement.getAttribute("aria-label") ?? "this code";
  const button = document.createElement("button");
  const say = (word) => {
    button.textContent = word;
    button.setAttribute("aria-label", `${word} ${what}`);
  };
  button.type = "button";
  button.className = "copy";
  button.setAttribute("aria-live", "polite");
  say("Copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent);
    say("Copied");
    setTimeout(say, 2000, "Copy");
  });
  box.append(button);
}
document.querySelectorAll(".highlight").forEach(addCopyButton);

// Material takes every link[rel=alternate] for another language of the site and asks for the sitemap beside it,
// which is not there. It looks once, at DOMContentLoaded; till then the link to the Markdown copy is spelled so
// that its selector does not match. This script stands after Material's and runs before that event.
const twin = document.querySelector('link[rel="alternate"][type="text/markdown"]');
if (twin) {
  twin.setAttribute("rel", "alternate ");
  addEventListener("load", () => twin.setAttribute("rel", "alternate"));
}

// What is pasted into the search: of a traceback, the words of its last error or warning, or of the signal that ended
// it, without the marks that are commands of the search. Material listens for keys only: a paste is told to it as one.
const SAID = /.*(?:(?:Error|Warning|Exception|SIG[A-Z]+|what\(\)): |(?=Segmentation fault))(.+)$/s;
document.addEventListener("input", ({ target, inputType }) => {
  if (!target.matches(".md-search__input") || !/^insertFrom/.test(inputType)) return;
  const text = SAID.exec(target.value)?.[1] ?? target.value;
  target.value = text.replace(/[^\p{L}\p{N}\s_'.]+/gu, " ").trim().split(/\s+/).slice(0, 14).join(" ");
  target.dispatchEvent(new Event("keyup"));
});
