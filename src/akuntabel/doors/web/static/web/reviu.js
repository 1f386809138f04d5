// A line that depends on others is shown when one of them is answered with no or in part; without this script it is always shown.
"use strict";

const jawaban = (kode) => document.querySelector(`input[name="jawaban_${CSS.escape(kode)}"]:checked`)?.value ?? "";

function tampilkan() {
  for (const butir of document.querySelectorAll("[data-jika-tidak]")) {
    const ditanya = butir.dataset.jikaTidak.split(" ").some((kode) => ["tidak", "sebagian"].includes(jawaban(kode)));
    butir.hidden = !ditanya && jawaban(butir.dataset.butir) === "";
  }
}

document.querySelector(".formulir-checklist")?.addEventListener("change", tampilkan);
tampilkan();
