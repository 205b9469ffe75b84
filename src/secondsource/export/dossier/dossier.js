// From a value to its words and back; without this the links alone still lead there.
(() => {
  "use strict";
  let origin = null;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const pill = document.createElement("button");
  pill.type = "button";
  pill.className = "return";
  pill.textContent = "↩ Back";
  pill.hidden = true;
  document.body.append(pill);

  const unfold = (node) => {
    for (let fold = node.closest("details"); fold; fold = fold.parentElement && fold.parentElement.closest("details")) fold.open = true;
  };

  const flash = (node) => {
    const pieces = [node, ...document.querySelectorAll(`[data-of="${CSS.escape(node.id)}"]`)];
    for (const piece of pieces) {
      piece.classList.remove("flash");
      void piece.offsetWidth;
      piece.classList.add("flash");
      setTimeout(() => piece.classList.remove("flash"), 1900);
    }
  };

  const show = (node, far) => {
    unfold(node);
    node.scrollIntoView({ block: far ? "center" : "start", behavior: still ? "auto" : "smooth" });
    if (far) {
      if (!node.hasAttribute("tabindex")) node.tabIndex = -1;
      node.focus({ preventScroll: true });
      flash(node);
    }
  };

  const follow = (id, from) => {
    const node = document.getElementById(id);
    if (!node) return;
    origin = from;
    pill.hidden = !from;
    history.pushState(null, "", `#${id}`);
    const section = node.matches("article, section");
    show(node, !section);
  };

  const back = () => {
    const place = origin;
    origin = null;
    pill.hidden = true;
    if (!place) return;
    unfold(place);
    place.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    place.focus({ preventScroll: true });
    flash(place);
  };

  for (const mark of document.querySelectorAll(".text [data-to]")) {
    mark.setAttribute("role", "link");
    mark.tabIndex = 0;
    mark.title = "Go to where this is compared";
  }

  document.addEventListener("click", (click) => {
    if (click.metaKey || click.ctrlKey || click.shiftKey || !(click.target instanceof Element)) return;
    const link = click.target.closest('a[href^="#"]');
    const mark = click.target.closest("[data-to]");
    if (link && !(mark && link.contains(mark))) {
      click.preventDefault();
      follow(link.getAttribute("href").slice(1), link.closest(".contents, .skip") ? null : link);
    } else if (mark && String(getSelection()) === "") {
      follow(mark.dataset.to, mark);
    }
  });
  document.addEventListener("keydown", (key) => {
    const at = document.activeElement;
    if (key.key === "Enter" && at && at.dataset.to) {
      key.preventDefault();
      follow(at.dataset.to, at);
    } else if (key.key === "Escape" && origin) {
      back();
    }
  });
  pill.addEventListener("click", back);
  addEventListener("popstate", () => {
    const node = location.hash && document.getElementById(location.hash.slice(1));
    origin = null;
    pill.hidden = true;
    if (node) show(node, !node.matches("article, section"));
  });
  if (location.hash) {
    const node = document.getElementById(location.hash.slice(1));
    if (node) show(node, !node.matches("article, section"));
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
})();
