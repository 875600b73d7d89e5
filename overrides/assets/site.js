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

// The search. Nothing of it is loaded before somebody opens it: by its button, by a key, or by an address with ?q=.
const root = new URL("..", document.currentScript.src);
const opener = document.querySelector(".search-open");
const dialog = document.querySelector("dialog.search");

function load(name) {
  const script = document.createElement("script");
  script.src = new URL(name, root);
  script.async = false; // in this order
  script.addEventListener("error", () => (dialog.querySelector(".search-said").textContent = "The search cannot be loaded."));
  document.head.append(script);
}

function openSearch() {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
  if (dialog.dataset.loaded) return;
  dialog.dataset.loaded = true;
  for (const name of ["minisearch-7.2.0", "index", "search", "box"]) load(`assets/search/${name}.js`);
}

opener.hidden = false;
opener.addEventListener("click", openSearch);
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const key = event.key.toLowerCase();
  const plain = ["/", "s", "f"].includes(key) && !typing && !(event.ctrlKey || event.metaKey || event.altKey);
  if (!plain && !(key === "k" && (event.ctrlKey || event.metaKey))) return;
  event.preventDefault();
  openSearch();
});
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  dialog.querySelector("input").value = asked;
  openSearch();
}
