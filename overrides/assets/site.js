// What every page does. Its names are its own, since all scripts of a page share theirs, but for `root`, where the
// site begins (search/box.js), and `addTools` (explorer.js).
const root = new URL("..", document.currentScript.src);
(() => {
  // The button for the color scheme (main.html). What is chosen is kept; the system's own choice is followed again.
  const button = document.querySelector(".scheme");
  const sayScheme = () => {
    const other = document.body.dataset.mdColorScheme === "slate" ? "light" : "dark";
    button.title = `Switch to ${other} mode`;
    button.setAttribute("aria-label", button.title);
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const chosen = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    const asSystem = (chosen === "slate") === dark.matches;
    try {
      if (asSystem) localStorage.removeItem("numpy-pytorch-scheme");
      else localStorage.setItem("numpy-pytorch-scheme", chosen);
    } catch {}  // where nothing may be kept, it holds for this page
    setScheme(chosen);
    sayScheme();
  });
  dark.addEventListener("change", () => { setScheme(); sayScheme(); });
  sayScheme();

  // A copy button on each block of code, never on an output. In place of Material's: its button takes the
  // nearest id for a CSS selector, which an example's ("methods/from_numpy/share") is not, and its nav has no name.
  // Beside it, an example's script as a file, and where it is kept, if the page says where it is itself.
  const kept = document.querySelector("a[rel=edit]")?.href.match(/(.*)\/edit\/(.*?)\/docs\//);
  async function copied(code) {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {  // as on plain http
      getSelection().selectAllChildren(code);
      const give = (event) => {
        event.clipboardData.setData("text/plain", code.textContent);
        event.preventDefault();
      };
      document.addEventListener("copy", give, { once: true });
      const done = document.execCommand("copy");
      document.removeEventListener("copy", give);
      return done;
    }
  }
  function link(text, title, href) {
    const made = document.createElement("a");
    return Object.assign(made, { className: "copy", textContent: text, title, href });
  }
  function addTools(box) {
    const code = box.querySelector("pre code");
    if (!code || box.closest(".no-copy")) return;
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
      say(await copied(code) ? "Copied" : "Selected: press Ctrl+C");
      setTimeout(say, 2000, "Copy");
    });
    const tools = document.createElement("div");
    tools.className = "tools";
    const name = box.parentElement.dataset.example;
    if (name && kept) tools.append(link("Source", `${what} in the repository`, `${kept[1]}/blob/${kept[2]}/snippets/examples/${name}.py`));
    if (name) tools.append(Object.assign(link(".py", `Download ${what}`, new URL(`examples/${name}.py`, root)), { download: "" }));
    tools.append(button);
    box.append(tools);
  }
  document.querySelectorAll(".highlight").forEach(addTools);
  window.addTools = addTools;

  // What an address names is opened: where a heading is the line that opens its section, a browser does not do it.
  const openNamed = () => {
    const fold = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("summary")?.parentElement;
    if (fold) fold.open = true;
  };
  addEventListener("hashchange", openNamed);
  openNamed();

  // Opened as a file, an address that ends with a folder would show what is in it.
  if (location.protocol === "file:") {
    for (const to of document.links) if (to.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
  }

  // Material takes every link[rel=alternate] for another language of the site and asks for the sitemap beside it,
  // which is not there. It looks once, at DOMContentLoaded; till then the link to the Markdown copy is spelled so
  // that its selector does not match. This script stands after Material's and runs before that event.
  const twin = document.querySelector('link[rel="alternate"][type="text/markdown"]');
  if (twin) {
    twin.setAttribute("rel", "alternate ");
    addEventListener("load", () => twin.setAttribute("rel", "alternate"));
  }

  // The search. Nothing of it is loaded before somebody opens it: by its button, by a key, or by an address with ?q=.
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
    for (const name of ["index", "search", "box"]) load(`assets/search/${name}.js`);
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
})();
