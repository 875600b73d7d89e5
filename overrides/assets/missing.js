// Of all pages, leaves the five whose address or name shares most pairs of letters with the address that is none.
{
  const pairsOf = (text) => {
    const letters = text.toLowerCase().replace(/[^a-z0-9]/g, "");
    return new Set([...letters].slice(1).map((letter, place) => letters[place] + letter));
  };
  const alike = (one, other) => [...one].filter((pair) => other.has(pair)).length / (one.size + other.size || 1);

  const asked = pairsOf(decodeURI(location.pathname).replace(/\/(index\.\w+)?$/, "").split("/").pop());
  const list = document.querySelector(".nearest");
  const near = ({ firstElementChild: link }) =>
    Math.max(alike(asked, pairsOf(link.pathname.split("/").at(-2) ?? "")), alike(asked, pairsOf(link.textContent)));
  const items = [...list.children].map((item) => [near(item), item]).sort(([one], [other]) => other - one);
  list.replaceChildren(...items.slice(0, 5).map(([, item]) => item));
  document.querySelector(".nearest-about").textContent = "The pages whose names are nearest to it:";
}
