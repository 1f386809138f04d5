// The sheet of a trace: Escape, a press elsewhere or going on with Tab closes it. It opens and closes without this too.
"use strict";
{
  const daftarTerbuka = () => [...document.querySelectorAll("details.jejak[open]")];
  const tutupSelain = (e) => { for (const j of daftarTerbuka()) if (!j.contains(e.target)) j.open = false; };

  // The sheet may lie over its own figure: who opened it goes on inside it. (A toggle does not bubble.)
  document.addEventListener("toggle", ({ target: jejak }) => {
    if (!jejak.matches("details.jejak") || !jejak.open) return;
    if (jejak.contains(document.activeElement)) jejak.querySelector(".isi-jejak").focus({ preventScroll: true });
  }, true);
  document.addEventListener("click", tutupSelain);
  document.addEventListener("focusin", tutupSelain);
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    for (const jejak of daftarTerbuka()) { jejak.open = false; jejak.querySelector("summary").focus(); }
  });
}
