// Pictures and their tables point at each other, and a press on a part of a picture opens the trace of its row.
"use strict";
{
  const bagian = (id) => [...document.querySelectorAll(`[data-baris="${id}"]`)];
  const sorot = (id, nyala) => {
    for (const a of bagian(id)) a.classList.toggle("tersorot", nyala);
    document.getElementById(id)?.classList.toggle("tersorot", nyala);
  };

  for (const a of document.querySelectorAll("[data-baris]")) {
    const id = a.dataset.baris;
    const baris = document.getElementById(id);
    if (!baris) continue;
    for (const unsur of [a, baris]) {
      unsur.addEventListener("pointerenter", () => sorot(id, true));
      unsur.addEventListener("pointerleave", () => sorot(id, false));
      unsur.addEventListener("focusin", () => sorot(id, true));
      unsur.addEventListener("focusout", () => sorot(id, false));
    }
    a.addEventListener("click", (e) => {
      const jejak = baris.querySelector("details.jejak");
      if (!jejak) return;
      e.preventDefault();
      e.stopPropagation();
      const lipatan = baris.closest("details");
      if (lipatan) lipatan.open = true;
      jejak.querySelector("summary").focus();
      jejak.open = true;
    });
  }
}
