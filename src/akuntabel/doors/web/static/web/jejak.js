// The sheet of a trace: Escape, a press elsewhere or going on with Tab closes it. It opens and closes without this too.
"use strict";
{
  const daftarTerbuka = () => [...document.querySelectorAll("details.jejak[open]")];
  const tutupSelain = (e) => { for (const j of daftarTerbuka()) if (!j.contains(e.target)) j.open = false; };

  document.addEventListener("click", tutupSelain);
  document.addEventListener("focusin", tutupSelain);
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    for (const jejak of daftarTerbuka()) { jejak.open = false; jejak.querySelector("summary").focus(); }
  });
}
