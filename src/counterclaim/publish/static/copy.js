// Copy buttons: `data-copy` names the element whose text is copied; without a clipboard the text is selected instead.
"use strict";
(() => {
  function select(source) {
    const range = document.createRange();
    range.selectNodeContents(source);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  async function copied(source) {
    // A citation copied from a disk must work too: there the clipboard may be missing or refused.
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      return true;
    } catch {
      select(source);
      try {
        return document.execCommand("copy");
      } catch {
        return false;
      }
    }
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[role=status]");
    if (!source) return;
    const done = await copied(source);
    if (!status) return;
    // Emptied first, so that the same words are read out again for a second copy.
    status.textContent = "";
    requestAnimationFrame(() => {
      status.textContent = done ? button.dataset.done : button.dataset.select;
    });
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
})();
