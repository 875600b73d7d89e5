// The explorer of reference/behaviour: pick a source, see what every call does to it. The words and the scripts come
// from snippets/publish/explorer.py; they are loaded when the explorer comes into view.
(() => {
  const root = document.querySelector(".explorer");
  const WANTS = { any: ["shares", "copies"], share: ["shares"], copy: ["copies"] };
  const DIRECTIONS = {
    to_torch: "an array, to PyTorch",
    to_numpy: "a tensor, to NumPy",
    scalars: "a NumPy scalar, with a tensor",
    indices: "an index, for an array or a tensor",
  };
  const START = { direction: "to_torch", dtype: "float32", layout: "contiguous", want: "any" };

  // An element with attributes and children; a child is an element or text.
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const choose = (name, label) => make("p", {}, make("label", { for: `explorer-${name}` }, label),
    make("select", { id: `explorer-${name}`, name }));

  const radios = (name, legend, choices) => make("fieldset", {}, make("legend", {}, legend),
    ...Object.entries(choices).map(([value, text]) =>
      make("label", {}, make("input", { type: "radio", name, value }), ` ${text}`)));

  function start(data) {
    const form = make("form", { "aria-label": "Explorer" },
      radios("direction", "You have", DIRECTIONS),
      choose("dtype", "Its dtype"),
      choose("layout", "Its layout in memory"),
      radios("want", "You want", { any: "any result that is right", share: "shared memory", copy: "a copy" }));
    const status = make("p", { role: "status" });
    const list = make("div");
    root.replaceChildren(form, status, list);
    form.addEventListener("submit", (event) => event.preventDefault());

    const of = () => data.directions[form.elements.direction.value];

    // Fills a select for the direction and picks `wanted`, or what is usual where there is no such entry.
    const fill = (name, entries, wanted) => {
      form.elements[name].replaceChildren(...entries.map(([value, about]) =>
        make("option", { value }, name === "layout" ? `${value}: ${about}` : value)));
      form.elements[name].value = entries.some(([value]) => value === wanted) ? wanted : START[name];
    };

    const read = () => Object.fromEntries(Object.keys(START).map((name) => [name, form.elements[name].value]));

    // Sets the form, and says which of the wishes are not known.
    const set = (wishes) => {
      form.elements.direction.value = wishes.direction in DIRECTIONS ? wishes.direction : START.direction;
      fill("dtype", of().dtypes, wishes.dtype);
      fill("layout", of().layouts, wishes.layout);
      form.elements.want.value = wishes.want in WANTS ? wishes.want : START.want;
      return Object.entries(read()).filter(([name, value]) => value !== wishes[name])
        .map(([name, value]) => `There is no ${name} "${wishes[name]}" here; this is ${value}.`);
    };

    // One call; opened, its script and where to read on.
    const entry = ({ name, call, page }, script) => {
      const box = make("div", { class: "highlight" });
      const links = [...(page ? [make("a", { href: page }, "How it works")] : []),
        ...(of().computed ? [] : [make("a", { href: `#${name}` }, "Every dtype and layout of this call")])];
      const details = make("details", { "data-method": name }, make("summary", {}, make("code", {}, call)),
        make("p", {}, ...links), box);
      details.addEventListener("toggle", () => {
        if (box.firstChild) return;
        const about = { tabindex: "0", role: "group", "aria-label": `Script of ${call}` };
        box.append(make("pre", about, make("code", {}, script())));
        window.addTools?.(box);
      });
      return details;
    };

    // Calls that are alike: what they do, the messages, the calls.
    const card = ([outcome, words, made, messages], calls) => make("li", { "data-outcome": outcome },
      make("p", {}, make("strong", {}, words), ...(made ? [` ${made}`] : [])),
      ...messages.map((number) => data.messages[number]).map(([text, name]) =>
        make("p", { class: "message" }, name ? make("a", { href: `../errors/#${name}` }, text) : text)),
      ...calls);

    // The names of the messages of a cell: of its errors, or of its warnings, too.
    const named = (cell, warnings = false) => [...new Set(cell.filter((place) => place >= 0)
      .map((place) => data.results[place]).filter(([outcome]) => warnings || outcome === "raises" || outcome === "crashes")
      .flatMap(([, , , numbers]) => (warnings ? numbers : numbers.slice(-1)).map((number) => data.messages[number][1])))];

    // What to do where no call fits: what the errors page says of the messages. Where none fits the dtype in C order either,
    // a line for the layout alone does not help; else the errors that C order gives, too, are not why. Lines before words.
    const instead = (cell, plain, fits, dtype) => {
      const line = (name) => (data.fixes[name]?.[0] ?? []).filter(([of]) => !of || of === dtype)
        .map(([, call]) => `\`${call}\``).join(" or ");
      const words = (name) => data.fixes[name]?.[1];
      const [here, always] = [named(cell), named(plain)];
      const known = plain.some((place) => place >= 0 && fits(data.results[place]));
      const why = here.filter((name) => always.includes(name) !== known);
      const ways = plain.length ? [[why, line], [why, words], [here, line], [here, words]] : [];
      const fixes = [...ways, [named(cell, true), (name) => line(name) || words(name)]]
        .map(([names, tell]) => names.map((name) => [name, tell(name)]).filter(([, text]) => text))
        .find((found) => found.length) ?? [];
      return fixes.length ? [make("h3", {}, "No call does what you want: write instead"),
        make("ul", { class: "instead" }, ...fixes.map(([name, text]) => make("li", {},
          ...text.split("`").map((part, place) => (place % 2 ? make("code", {}, part) : part)), " ",
          make("a", { href: `../errors/#${name}` }, "Why"))))] : [];
    };

    const show = (wrong) => {
      const { dtype, layout, want } = read();
      const { methods, dtypes, layouts, sources, cells, types, lossy, computed } = of();
      form.querySelector("fieldset:last-of-type").hidden = computed;
      const d = dtypes.findIndex(([name]) => name === dtype);
      const l = layouts.findIndex(([name]) => name === layout);
      const torch = dtypes[d][1];
      const cell = cells[d][l];
      if (typeof cell === "string") {
        status.textContent = [...wrong, `A source of dtype ${dtype} and layout ${layout} cannot be made.`].join(" ");
        list.replaceChildren(make("p", { class: "message" }, cell));
        return;
      }
      const counts = {};
      const alike = new Map();
      methods.forEach((method, place) => {
        const result = cell[place] < 0 ? ["cannot be made", `cannot be made: ${data.no_dtype}`, "", []]
          : data.results[cell[place]];
        counts[result[0]] = (counts[result[0]] ?? 0) + 1;
        const told = (text) => text.replaceAll("{dtype}", torch);
        const script = () => [data.head, sources[d][l], `${told(method.lines)}\n`, data.probes[+computed]].join("\n");
        const shown = result.join("|");
        if (!alike.has(shown)) alike.set(shown, { result, calls: [] });
        alike.get(shown).calls.push(entry({ ...method, call: told(method.call) }, script));
      });
      const told = Object.entries(counts).map(([outcome, count]) => `${outcome} ${count}`).join(", ");
      status.textContent = [...wrong, `${dtype}, ${layout}: ${told}.`].join(" ");
      const section = (title, test) => {
        const groups = [...alike.values()].filter(({ result }) => test(result));
        const count = groups.reduce((sum, { calls }) => sum + calls.length, 0);
        return count ? [make("h3", {}, `${title} (${count})`),
          make("ul", {}, ...groups.map(({ result, calls }) => card(result, calls)))] : [];
      };
      const wanted = ([outcome]) => (computed ? outcome !== "raises" : WANTS[want].includes(outcome));
      const loses = ([, , , , type, made, same]) => (computed ? !same : !types.includes(type) || lossy[d].includes(made));
      const fits = (result) => wanted(result) && !loses(result);
      const found = section(computed ? "Calls that work" : "Calls that do what you want", fits);
      const plain = computed ? [] : cells[d][layouts.findIndex(([name]) => name === "contiguous")];
      list.replaceChildren(...(found.length ? found : instead(cell, typeof plain === "string" ? [] : plain, fits, dtype)),
        ...section(computed ? "Calls that give other values than one library alone"
          : `Calls that give another type, or a dtype that does not hold every ${dtype}`, (result) => wanted(result) && loses(result)),
        ...section("Other calls", (result) => !wanted(result)));
    };

    const asked = Object.fromEntries(new URLSearchParams(location.search));
    show(set({ ...START, ...asked }));
    form.addEventListener("change", (event) => {
      const before = read();
      if (event.target.name === "direction") {
        fill("dtype", of().dtypes, before.dtype);
        fill("layout", of().layouts, before.layout);
      }
      show([]);
      history.replaceState(null, "", `?${new URLSearchParams(read())}#explorer`);
    });
  }

  const load = () => {
    const script = make("script", { src: new URL("explorer-data.js", assets) });
    script.addEventListener("load", () => start(window.explorerData));
    script.addEventListener("error", () => {
      root.replaceChildren(make("p", { role: "alert" }, `${script.src} did not load: \`make site\` writes it. The tables `
        + "below hold the same outcomes."));
    });
    document.head.append(script);
  };
  const assets = document.currentScript.src;
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    load();
  }).observe(root);
})();
