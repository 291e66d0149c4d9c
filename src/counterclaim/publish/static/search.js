// Search without a server: loads the parts of the index that a query needs as scripts, which works from a disk too.
// The form of the files is that of counterclaim.publish.search; what they hold is data and is shown as text only.
"use strict";
(() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const MORE = 32;
  const VALUES = new Map([...DIGITS].map((letter, value) => [letter, value]));
  const CHOICES = ["side", "act", "status", "source"];
  const NUMBERED = new Set(["side", "source"]);
  const FIELDS = ["q", ...CHOICES, "from", "to"];
  const LONGEST_WORD = 40;
  const A_PAGE = 20;
  const DAY = 86400000;
  const folder = new URL("../search/", document.currentScript.src);

  // --- loading

  const waiting = new Map();
  const loaded = new Map();

  window.counterclaimSearch = {
    take(name, value) {
      const promise = waiting.get(name);
      if (promise) promise.resolve(value);
    },
  };

  function load(name) {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const done = (settle) => (value) => {
          script.remove();
          waiting.delete(name);
          settle(value);
        };
        const failed = done(reject);
        waiting.set(name, { resolve: done(resolve) });
        script.onerror = () => {
          loaded.delete(name);
          failed(new Error(name));
        };
        script.src = new URL(`${name}.js`, folder).href;
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  }

  // --- the index

  // As counterclaim.publish.search.words does it.
  function fold(text) {
    const lower = text.normalize("NFKD").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
    return lower.normalize("NFKD").replace(/\p{Mn}/gu, "");
  }

  function wordsOf(text) {
    const found = fold(text).match(/[\p{L}\p{N}]+/gu) || [];
    const told = found.filter((word) => [...word].length > 1 || /^\p{N}$/u.test(word));
    return [...new Set(told.map((word) => [...word].slice(0, LONGEST_WORD).join("")))];
  }

  // The first place in a sorted list whose value is not below `value`.
  function place(list, value) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The entries of the index whose word is `word`, or begins with it.
  async function entries(manifest, word, whole) {
    const names = [];
    for (let at = Math.max(0, place(manifest.words, word) - 1); at < manifest.words.length; at += 1) {
      const first = manifest.words[at];
      if (first > word && (whole || !first.startsWith(word))) break;
      names.push(`words-${at}`);
    }
    const files = await Promise.all(names.map(load));
    return files.flat().filter(([each]) => (whole ? each === word : each.startsWith(word)));
  }

  function eachNumber(letters, tell) {
    let last = 0;
    let number = 0;
    for (const letter of letters) {
      const digit = VALUES.get(letter);
      number = number * MORE + (digit % MORE);
      if (digit < MORE) {
        last += number;
        tell(last);
        number = 0;
      }
    }
  }

  // A day as the days since 1970; null for anything else, also for the 31st of February.
  function dayOf(text) {
    const date = new Date(`${text}T00:00:00Z`);
    const known = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
    return known ? date.getTime() / DAY : null;
  }

  // The claims run from the latest day to the earliest, those without a day last: a stretch of days is one of numbers.
  async function stretch(manifest, query) {
    const from = dayOf(query.from);
    const to = dayOf(query.to);
    if (from === null && to === null) return [0, manifest.claims];
    const days = await load("days");
    let day = 0;
    let number = 0;
    let begin = null;
    let end = 0;
    for (let at = 0; at < days.length; at += 2) {
      day -= days[at];
      if ((to === null || day <= to) && begin === null) begin = number;
      number += days[at + 1];
      if (from === null || day >= from) end = number;
    }
    return begin === null ? [0, 0] : [begin, end];
  }

  function chosen(manifest, query) {
    return CHOICES.filter((kind) => query[kind]).map((kind) => {
      const number = NUMBERED.has(kind) ? manifest[kind].findIndex(([value]) => value === query[kind]) : query[kind];
      return `=${kind}=${number}`;
    });
  }

  // The numbers of the claims that hold all words and belong to all choices, the latest first.
  async function find(manifest, query) {
    const wanted = [...wordsOf(query.q).map((word) => [word, false]), ...chosen(manifest, query).map((word) => [word, true])];
    const [begin, end] = await stretch(manifest, query);
    const lists = await Promise.all(wanted.map(([word, whole]) => entries(manifest, word, whole)));
    const hits = new Uint16Array(manifest.claims);
    lists.forEach((list, met) => {
      for (const [, letters] of list) {
        eachNumber(letters, (number) => {
          if (hits[number] === met) hits[number] = met + 1;
        });
      }
    });
    const found = [];
    for (let number = begin; number < end; number += 1) {
      if (hits[number] === wanted.length) found.push(number);
    }
    return found;
  }

  async function claims(manifest, numbers) {
    const files = numbers.map((number) => {
      const at = place(manifest.starts, number + 1) - 1;
      return load(`claims-${at}`).then((file) => file[number - manifest.starts[at]]);
    });
    return Promise.all(files);
  }

  // --- the page

  const root = document.getElementById("search");
  const form = root.querySelector("form");
  const count = document.getElementById("search-count");
  const list = document.getElementById("search-found");
  const more = document.getElementById("search-more");
  let run = 0;
  let shown = [];

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) {
      made.textContent = text;
      made.dir = "auto";
    }
    return made;
  }

  function item([path, who, act, words, title, source, day, status]) {
    const made = element("li", "claim-line");
    const says = element("p", "says");
    says.append(element("span", "who", who), " ", element("span", "act", act));
    const quote = element("blockquote", "quote");
    const link = element("a", "words", words);
    link.href = new URL(`../${path}`, folder).href;
    quote.append(link);
    const from = element("p", "from");
    [title, source, day, status].filter(Boolean).forEach((each, at) => from.append(at ? " · " : "", element("span", "", each)));
    made.append(says, quote, from);
    return made;
  }

  function asked() {
    return Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]));
  }

  function told(total) {
    if (!total) return root.dataset.none;
    return total === 1 ? root.dataset.one : root.dataset.other.replace("{count}", String(total));
  }

  async function showMore(mine, focus) {
    const next = shown.splice(0, A_PAGE);
    const items = (await claims(await load("manifest"), next)).map(item);
    if (mine !== run) return;
    list.append(...items);
    more.hidden = shown.length === 0;
    if (focus && items.length) items[0].querySelector("a").focus();
  }

  async function search() {
    run += 1;
    const mine = run;
    const query = asked();
    if (!FIELDS.some((name) => query[name])) {
      list.replaceChildren();
      more.hidden = true;
      count.textContent = root.dataset.begin;
      return;
    }
    count.textContent = root.dataset.loading;
    try {
      const found = await find(await load("manifest"), query);
      if (mine !== run) return;
      list.replaceChildren();
      shown = found.slice();
      await showMore(mine, false);
      if (mine === run) count.textContent = told(found.length);
    } catch {
      if (mine === run) count.textContent = root.dataset.failed;
    }
  }

  // The query stands in the address, so that a search can be linked and found again.
  function remember() {
    const parameters = new URLSearchParams(Object.entries(asked()).filter(([, value]) => value));
    const hash = parameters.toString();
    if (hash === location.hash.slice(1)) return;
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  function recall() {
    const parameters = new URLSearchParams(location.hash.slice(1));
    for (const name of FIELDS) {
      const value = parameters.get(name) || "";
      form.elements[name].value = form.elements[name].type === "date" && dayOf(value) === null ? "" : value;
    }
    search();
  }

  function fill(manifest) {
    for (const kind of CHOICES) {
      for (const [value, label] of manifest[kind]) form.elements[kind].append(new Option(label || value, value));
    }
  }

  let typing = 0;
  function changed() {
    clearTimeout(typing);
    typing = setTimeout(() => {
      remember();
      search();
    }, 150);
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  form.addEventListener("reset", changed);
  more.addEventListener("click", () => showMore(run, true).catch(() => {
    count.textContent = root.dataset.failed;
  }));
  window.addEventListener("hashchange", recall);
  document.getElementById("search-unscripted").hidden = true;
  root.hidden = false;
  // What was typed while the index came stays.
  load("manifest").then(fill).then(() => (location.hash ? recall() : search())).catch(() => {
    count.textContent = root.dataset.failed;
  });
})();
