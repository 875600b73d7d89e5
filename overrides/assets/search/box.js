// The dialog of the search: shows what `searchSite` finds while somebody types, and is gone through with the arrow keys.
{
  const LISTED = 15;
  const box = document.querySelector("dialog.search");
  const field = box.querySelector("input");
  const said = box.querySelector(".search-said");
  const list = box.querySelector(".search-results");

  const element = (name, text, ...inside) => {
    const made = document.createElement(name);
    made.append(text, ...inside);
    return made;
  };

  function linkTo({ url, anchor, title, page }) {
    const file = location.protocol === "file:" ? "index.html" : "";
    const link = element("a", element("span", title));
    if (anchor) link.append(element("small", page));
    link.href = new URL(`${url}${file}${anchor && "#"}${anchor}`, root);
    return link;
  }

  function itemOf({ sections: [best, ...others] }) {
    const more = others.slice(0, 2).map((section) => element("li", linkTo({ ...section, page: "" })));
    return element("li", linkTo(best), ...(more.length ? [element("ul", ...more)] : []));
  }

  function show() {
    const found = field.value.trim() ? searchSite(field.value) : undefined;
    const { missing, changed, apart, results } = found ?? { missing: [], changed: [], apart: [], results: [] };
    const quoted = (words) => words.map((word) => `“${word}”`);
    const absent = missing.length ? [`No page has ${quoted(missing).join(" or ")}.`] : [];
    if (apart.length) absent.push(`No section has both ${quoted(apart).join(" and ")}.`);
    const taken = changed.map(([word, other]) => `“${word}” is taken for “${other}”.`);
    const count = results.length === 1 ? "1 page." : `${results.length} pages.`;
    said.textContent = found ? [...absent, ...taken, count].join(" ") : "";
    said.classList.toggle("search-missing", absent.length + taken.length > 0);
    list.replaceChildren(...results.slice(0, LISTED).map(itemOf));
  }

  // Of a pasted traceback, its message is looked for. A field of one line would make one of its lines.
  field.addEventListener("paste", (event) => {
    const pasted = event.clipboardData.getData("text");
    if (!/[\n\x1b]|(?:Error|Warning): /.test(pasted)) return;
    event.preventDefault();
    field.value = searchSite(pasted).text;
    show();
  });
  field.addEventListener("input", show);

  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  box.querySelector(".search-close").addEventListener("click", () => box.close());
  box.addEventListener("click", ({ target }) => {
    if (target === box || target.closest("a")) box.close(); // beside it, or on the way to another place on this page
  });
  show();
  box.dataset.ready = true;
}
