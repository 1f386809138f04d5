// A file dropped on its field is chosen there; without this script it is chosen by its button.
"use strict";

for (const kotak of document.querySelectorAll("input[type=file][data-seret]")) {
  const tempat = kotak.closest(".isian");
  tempat.classList.add("seret");
  const tandai = (e, diAtas) => { e.preventDefault(); tempat.classList.toggle("di-atas", diAtas); };
  tempat.addEventListener("dragover", (e) => tandai(e, true));
  tempat.addEventListener("dragleave", (e) => tandai(e, false));
  tempat.addEventListener("drop", (e) => {
    tandai(e, false);
    if (e.dataTransfer.files.length) kotak.files = e.dataTransfer.files;
  });
}
