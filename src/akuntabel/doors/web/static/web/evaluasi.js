// A worksheet by keyboard: on a kriteria the first letter of its answer chooses it, j and k go to the next and the one
// before. Without this script every answer is an ordinary field and each sub-component has its button.
"use strict";

for (const formulir of document.querySelectorAll("form[data-lke]")) {
  formulir.addEventListener("keydown", (e) => {
    const baris = e.target.closest("tr[data-kriteria]");
    if (!baris || e.ctrlKey || e.altKey || e.metaKey || e.target.matches("input:not([type=radio]), textarea")) return;
    const huruf = e.key.toLowerCase();
    if (huruf === "j" || huruf === "k") {
      const semua = [...document.querySelectorAll("form[data-lke] tr[data-kriteria]")];
      const tujuan = semua[semua.indexOf(baris) + (huruf === "j" ? 1 : -1)];
      const pilihan = tujuan?.querySelector("input[type=radio]:checked") ?? tujuan?.querySelector("input[type=radio]");
      if (pilihan) { pilihan.focus(); e.preventDefault(); }
      return;
    }
    const jawaban = [...baris.querySelectorAll("input[type=radio]")].find((r) => r.value[0] === huruf);
    if (!jawaban) return;
    jawaban.checked = true;
    jawaban.focus();
    jawaban.dispatchEvent(new Event("change", { bubbles: true }));
    e.preventDefault();
  });
}
