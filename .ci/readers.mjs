// readers.mjs PDF: what pdf.js reads, as JSON: for each page its marked content and its structure tree.
// The second argument names the folder that holds pdfjs-dist.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [file, home] = process.argv.slice(2);
const { getDocument, VerbosityLevel } = await import(pathToFileURL(`${home}/pdfjs-dist/legacy/build/pdf.mjs`));
const doc = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.ERRORS }).promise;
const pages = [];
for (let n = 1; n <= doc.numPages; n++) {
  const page = await doc.getPage(n);
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const marks = [], byId = {};
  let open = null, depth = 0;
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) {
      if (depth++ > 0) continue; // a span within, which stands for a whole word
      open = { tag: item.tag, text: "" };
      marks.push(open);
      if (item.id) byId[item.id] = open;
    } else if (item.type === "endMarkedContent") {
      depth--;
    } else if (item.str !== undefined && open) open.text += item.str;
  }
  const tree = [];
  const walk = (node) => { // true: it has content on this page
    const entry = [node.role, ""], at = tree.length;
    let here = false;
    if (node.role !== "Root") tree.push(entry);
    for (const kid of node.children ?? []) {
      if (kid.type === "content" && byId[kid.id]) {
        entry[1] += byId[kid.id].text;
        here = true;
      } else if (kid.role && walk(kid)) here = true;
    }
    if (!here) tree.length = at;
    return here;
  };
  const root = await page.getStructTree();
  if (root) walk(root);
  pages.push({ marks: marks.map((m) => [m.tag, m.text]), tree });
}
console.log(JSON.stringify({ pages }));
