// Ranks the sections of the site for what was typed or pasted. Loaded when somebody searches, after index.js, which has
// each section's words. `searchSite(text)` gives what was found; nothing here touches a page.

// A word: torch.from_numpy is one; so is a step backwards, as in [::-1].
const WORD = /::-\d|[\p{L}\p{N}_]+(?:\.[\p{L}_][\p{L}\p{N}_]*)*/gu;
const wordsOf = (text) => text.toLowerCase().match(WORD) ?? [];
const isNumber = (word) => /^\d+$/.test(word);

// What each place where a word can stand counts, and the rest that was tuned on tests/publish/queries.tsv.
const FIELDS = { title: 2, page: 0.5, words: 2, others: 2.5, text: 1 };
const TOP = 1.25; // the first section of a page, before its others
const WAY = 1.6; // a section about the same way, from array to tensor or back, before one about the other
const WHOLE = 1.5; // a heading, or what people type for a section, says what was typed, and no more
const QUOTED = 2; // a heading of so many words stands whole in what was typed: it is the message
const LONG = 4;
const PAIRS = 0.5; // all words that were typed side by side stand so in a heading, or in what people type
const MORE = 0.1; // what the next sections of a page add to its first
const GUESSED = 0.5; // a name made of two words that were typed
const BEGUN = 0.2; // a word that begins as the last that was typed, or as one that no page has
const ALIKE = 0.2; // a word that often means the same
const COMMON = 0.2; // a word that more sections than this share have counts less
const BM25 = { k: 2, b: 0.6 }; // en.wikipedia.org/wiki/Okapi_BM25
const RARE = 6; // a word of no more sections leads to those that are about it
const FEW = 4; // of so many words, the two rarest have to stand in one section
const ELSEWHERE = /^Caught \w+ in DataLoader worker|exited unexpectedly/; // an error that only tells of another
const SAID = /(?:^|[\s:])(?:[\w.]*(?:Error|Warning|Exception|Interrupt)|what\(\)): +(.+)/;
const FRAME = /^(?:File "|Traceback \(|[\^~]+$|-+$)/;

const stop = new Set(searchIndex.stop);
const same = new Map(Object.entries(searchIndex.same));
const sides = new Map(["array", "tensor"].flatMap((side) => searchIndex[side].map((word) => [word, side])));

// Without the ending that tells tensors from tensor, and copied from copies.
function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let short = /[^s]s$/.test(word) && !/(?:us|is)$/.test(word) ? word.slice(0, -1) : word;
  if (/ing$/.test(short) && short.length > 6) short = short.slice(0, -3);
  else if (/ed$/.test(short) && short.length > 5) short = short.slice(0, -2);
  if (/e$/.test(short) && short.length > 4) short = short.slice(0, -1);
  const isDoubled = short.length > 4 && short.at(-1) === short.at(-2) && !"aeiousl".includes(short.at(-1));
  return isDoubled ? short.slice(0, -1) : short;
}

const termed = new Map(); // what was asked before
function termOf(word) {
  if (!termed.has(word)) {
    const short = stem(same.get(word) ?? word);
    termed.set(word, same.get(short) ?? short);
  }
  return termed.get(word);
}

// What is looked for: of torch.from_numpy itself, torch, fromnumpy, numpy.
function termsOf(words) {
  const terms = [];
  for (const word of words) {
    if (word.includes(".")) terms.push(word);
    for (const part of word.split(".")) {
      const pieces = part.split("_").filter(Boolean);
      if (/^__\w+__$/.test(part)) terms.push(part); // __array__ is not array
      if (pieces.length > 1) terms.push(pieces.join(""));
      if (/^[^_].*_$/.test(part)) terms.push(part); // copy_ is not copy
      terms.push(...pieces.filter((piece) => !stop.has(piece)).map(termOf));
    }
  }
  return terms;
}

// "tensor" for what goes from an array to a tensor, "array" for the way back, "" where nothing says so.
function wayOf(text) {
  const words = wordsOf(text).flatMap((word) => (word.includes("_") ? [word] : word.split(".")));
  const all = words.map((word) => sides.get(word));
  let weak = "";
  for (const [place, word] of words.entries()) {
    const to = ["to", "into", "as", "2"].includes(word);
    const from = word === "from" || (word === "of" && words[place - 1] === "out");
    const next = all.slice(place + 1, place + 5);
    const after = next.find(Boolean);
    if (!(to || from) || !after) continue;
    const before = to ? all.slice(0, place).findLast(Boolean) : all.slice(0, place).find(Boolean);
    if (before && before !== after) return to ? after : before;
    if (to && !before && (next[0] || next[1]) && words[place - 1] !== "how") weak ||= after;
  }
  return weak;
}

// All terms as one, in whatever order they stand, with the way that they go: from numpy to torch is from array to tensor.
const general = { numpy: "array", torch: "tensor" };
const wholeOf = (text) => {
  const all = termsOf(wordsOf(text)).map((term) => general[term] ?? term);
  return `${wayOf(text)} ${[...new Set(all)].sort().join(" ")}`;
};

// Terms in their order, to be looked for in others.
const lineOf = (all) => ` ${all.join(" ")} `;

// Two terms that stand side by side, each as one.
const pairsOf = (all) => all.slice(1).map((term, place) => `${all[place]} ${term}`);

const spellings = new Map(); // {word as it is written: how often}
const names = new Map(); // {from_numpy and others of several parts: how often}
const met = new Map(); // {term: how many sections have it themselves, in place of their page}
const sections = [];

// The anchor that a heading has where none is given, nor taken.
const slug = (title) => title.replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().toLowerCase().replace(/\s+/g, "-");

function readIndex() {
  const vocabulary = searchIndex.vocabulary.split(" ");
  const terms = vocabulary.map((word) => termsOf([word]));
  const count = (counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1);
  const spelled = (word) => {
    word.split(/[._]+/).forEach((part) => count(spellings, part));
    word.split(".").filter((part) => /[^_]_[^_]/.test(part)).forEach((name) => count(names, name));
  };
  const heard = (text) => {
    wordsOf(text).forEach(spelled);
    return termsOf(wordsOf(text));
  };
  const pages = searchIndex.pages.map(([url, name, boost, told]) => ({ url, name, boost, told, title: heard(name) }));
  for (const [page, [given, title, typed, steps]] of pages.flatMap((page) => page.told.map((one) => [page, one]))) {
    const anchor = given ?? slug(title);
    const { url, name, boost } = page;
    const words = heard(anchor ? typed : `${typed} ${url.split("/").at(-2) ?? ""}`);
    if (!anchor) Object.assign(page, { words, ways: [wayOf(typed), wayOf(name)] });
    let number = 0;
    const text = [...steps].flatMap((step) => {
      spelled(vocabulary[(number += step.charCodeAt(0) - "#".charCodeAt(0))]);
      return terms[number];
    });
    const [typedWay, nameWay] = page.ways;
    const way = wayOf(title) || (anchor ? wayOf(typed) || nameWay || typedWay : typedWay || nameWay);
    const phrases = typed.split(",");
    const wholes = new Set([title, ...phrases].map(wholeOf));
    const pairs = new Set([title, ...phrases].flatMap((phrase) => pairsOf(termsOf(wordsOf(phrase)))));
    const fields = { title: heard(title), page: page.title, text, words, others: anchor ? page.words : [] };
    const own = [...fields.title, ...words];
    new Set([...own, ...text]).forEach((term) => count(met, term));
    const about = new Set(anchor ? own : []);
    const line = fields.title.length < LONG ? "" : lineOf(fields.title);
    sections.push({ url, anchor, title, page: name, way, wholes, line, pairs, about, boost: boost * (anchor ? 1 : TOP), fields });
  }
}
readIndex();

// What each section has of each term, BM25 of each field: {term: Map {section: what it counts}}.
const known = new Map();
for (const [field, counts] of Object.entries(FIELDS)) {
  const standing = new Map(); // {term: Map {section: how often}}
  const sizes = new Map(sections.map((section) => [section, new Set(section.fields[field]).size]));
  const mean = [...sizes.values()].reduce((sum, size) => sum + size) / sections.length;
  for (const section of sections)
    for (const term of section.fields[field]) {
      if (!standing.has(term)) standing.set(term, new Map());
      standing.get(term).set(section, (standing.get(term).get(section) ?? 0) + 1);
    }
  for (const [term, found] of standing) {
    if (!known.has(term)) known.set(term, new Map());
    const rare = Math.log(1 + (sections.length - found.size + 0.5) / (found.size + 0.5));
    for (const [section, often] of found) {
      const full = often + BM25.k * (1 - BM25.b + (BM25.b * sizes.get(section)) / mean);
      const score = (counts * rare * often * (BM25.k + 1)) / full;
      known.get(term).set(section, (known.get(term).get(section) ?? 0) + score);
    }
  }
}
const terms = [...known.keys()];
const alike = new Map();
for (const group of searchIndex.alike.map((words) => words.map(termOf)))
  for (const term of group) alike.set(term, [...(alike.get(term) ?? []), ...group]);

// The messages in what was pasted, the last first, without colors, frames and advice; or all of it.
function messagesIn(pasted) {
  const lines = pasted.replace(/\x1b?\[[\d;]*m/g, "").split("\n").map((line) => line.trim());
  const saidIn = (line) => {
    const [whole, message = ""] = SAID.exec(line) ?? [];
    return /\p{L}/u.test(message) ? message : whole?.trim(); // KeyError: 3 says no more
  };
  const said = lines.map(saidIn).filter((message) => message && !ELSEWHERE.test(message));
  const found = said.length ? said.reverse() : [lines.filter((line) => !FRAME.test(line)).join(" ")];
  const short = (message) => message.replace(/\s*\(Triggered internally.*/, "").replace(/^(.{25,}?[.!?])\s+[A-Z(].*$/, "$1");
  return found.map((message) => (lines.length > 1 || said.length ? short(message) : message));
}

// How many letters have to be changed, left out, put in or swapped with the next; `most` + 1 where it is more.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

const single = (word) => word.replace(/(.)\1/g, "$1"); // raged for ragged

// The word of the site that is nearest to one that it does not have: one letter off, two in a long one.
function corrected(word, counts = spellings) {
  if (word.length < 4 || isNumber(word)) return "";
  let best = "";
  let off = word.length < 8 ? 1 : 2;
  const bare = single(word);
  for (const [spelling, count] of counts) {
    if (spelling.length < 4 || count < 2 || Math.abs(spelling.length - word.length) > 2) continue;
    const far = single(spelling) === bare ? 0.5 : distance(word, spelling, off);
    if (far < off || (far === off && count > (best ? counts.get(best) : 0))) [best, off] = [spelling, far];
  }
  return best;
}

// Two words of the site that were typed as one.
function halvesOf(word) {
  const cuts = [...word].map((_, place) => [word.slice(0, place), word.slice(place)]);
  return cuts.find((halves) => halves.every((half) => half.length > 2 && spellings.has(half) && !stop.has(half)));
}

// The words of a text as the site has them, those that it has not, and those that it has in other letters.
function spelledAs(text) {
  const missing = [];
  const changed = [];
  const words = wordsOf(text);
  const piece = (part, isLast) => {
    const term = termOf(part);
    if (!part || stop.has(part) || known.has(term) || alike.has(term) || isNumber(part)) return part;
    if ((part.length > 3 || isLast) && terms.some((other) => other.startsWith(term))) return part;
    const two = halvesOf(part);
    if (two) return two.join(" ");
    const word = corrected(part);
    if (word) changed.push([part, word]);
    else missing.push(part);
    return word || part;
  };
  const name = (part, isLast) => {
    if (known.has(part.replaceAll("_", ""))) return part;
    const other = /[^_]_[^_]/.test(part) ? corrected(part, names) : "";
    if (!other) return part.split("_").map((each) => piece(each, isLast)).join("_");
    changed.push([part, other]);
    return other;
  };
  const spelled = (word, isLast) => word.split(".").map((part) => name(part, isLast)).join(".").split(" ");
  return { words: words.flatMap((word, place) => spelled(word, place === words.length - 1)), missing, changed };
}

// Without short forms, don't and what's, and with "to" for arrows and the 2 of hwc2chw.
const written = (text) =>
  text.replace(/->|=>|→|(?<=[a-z]{2})2(?=[a-z]{2})|(?<=array |tensor )2 /gi, " to ").replace(/\b(?:\w+n['’]t|(\w+)['’](?:s|re|ve|ll|d|m))\b/g, "$1");

// The two rarest of a few words, where none of the sections that were found has both.
function apartOf(words, wanted, sections) {
  const rarest = wanted.filter((term) => known.has(term) && !isNumber(term)).sort((one, other) => known.get(one).size - known.get(other).size);
  const two = rarest.slice(0, 2);
  const isApart = wanted.length <= FEW && two.length > 1 && !sections.some(({ has }) => two.every((term) => has.has(term)));
  return isApart ? two.map((term) => words.find((word) => termsOf([word]).includes(term))) : [];
}

function search(text) {
  const { words, missing, changed } = spelledAs(written(text));
  const said = termsOf(words);
  let wanted = said;
  if (wanted.length > 3) wanted = wanted.filter((term) => !isNumber(term));
  // From numpy: fromnumpy. But where "to" and "from" tell the way, there is no ToTensor and no fromarray in it.
  const way = wayOf(words.join(" "));
  const pairs = words.slice(1).map((word, place) => (way && stop.has(words[place]) ? "" : words[place] + word));
  const guessed = pairs.map((pair) => pair.replace(/[._]/g, "")).filter((name) => name.length > 4 && known.has(name));
  wanted = [...new Set([...wanted, ...guessed])];
  if (!wanted.length) wanted = words;
  const whole = wholeOf(words.join(" "));
  const line = lineOf(said);
  const asked = pairsOf(said);
  const inPairs = ({ pairs }) => (asked.length ? asked.filter((pair) => pairs.has(pair)).length / asked.length : 0);
  const ofWords = (one) => (one.wholes.has(whole) ? WHOLE : one.line && line.includes(one.line) ? QUOTED : 1);
  const ofSection = (one) =>
    one.boost * (way && one.way ? (one.way === way ? WAY : 1 / WAY) : 1) * ofWords(one) * (1 + PAIRS * inPairs(one));
  const found = new Map(); // {section: {score, has: the terms of which it has something}}
  for (const term of wanted) {
    const often = (known.get(term)?.size ?? 0) / sections.length;
    const counts = Math.min(1, COMMON / often) ** 0.7 * (guessed.includes(term) ? GUESSED : 1);
    const isBegun = term.length > 1 && (!known.has(term) || term === wanted.at(-1));
    const begun = isBegun ? terms.filter((other) => other.startsWith(term)) : [];
    const others = new Map(begun.map((other) => [other, BEGUN / (1.3 - (0.3 * term.length) / other.length)]));
    for (const other of alike.get(term) ?? []) if (!wanted.includes(other)) others.set(other, ALIKE);
    for (const [other, share] of others.set(term, 1))
      for (const [section, score] of known.get(other) ?? []) {
        if (!found.has(section)) found.set(section, { score: 0, has: new Set() });
        const one = found.get(section);
        one.score += share * counts * score;
        one.has.add(term);
      }
  }
  const pages = new Map();
  for (const [section, one] of found) one.score *= ofSection(section) * one.has.size;
  for (const [section, { score, has }] of [...found].sort(([, one], [, other]) => other.score - one.score)) {
    const page = pages.get(section.url);
    if (!page) pages.set(section.url, { score, sections: [section], share: has.size / wanted.length });
    else if (page.sections.push(section) < 5) page.score += MORE * score;
  }
  // What is typed for a page counts for all its sections, so that they do not tell which of them is about it.
  const [rarest] = wanted.filter((term) => met.has(term)).sort((one, other) => met.get(one) - met.get(other));
  if (met.get(rarest) <= RARE)
    for (const page of pages.values()) page.sections.sort((one, other) => other.about.has(rarest) - one.about.has(rarest));
  const results = [...pages.values()].sort((one, other) => other.score - one.score);
  const apart = missing.length ? [] : apartOf(words, wanted.filter((term) => !guessed.includes(term)), [...found.values()]);
  return { text, missing, changed, apart, results, share: results[0]?.share ?? 0 };
}

// {text: what was understood, missing: words that no page has, changed: [[word, what it is taken for]],
// apart: two words that no section has both of, results: [{sections: the best first}]}. Of several messages, the last one
// counts, unless the site knows clearly more of the words of another.
function searchSite(pasted) {
  const found = messagesIn(pasted).slice(0, 5).map(search);
  return found.reduce((best, other) => (other.share > best.share + 0.15 ? other : best));
}
