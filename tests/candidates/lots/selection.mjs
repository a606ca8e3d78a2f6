/**
 * RFC 3797's selection once more, in another language and by other means, to compare with.
 * Reads lines of {"sources": ["9319", "2 5 12"], "pool": 25} and writes a line with {"key", "order"} for each.
 */
import { createHash } from "node:crypto";
import { createInterface } from "node:readline";

function canonical(text) {
  const values = text.split(/[\s;]+|,\s+/u).filter(Boolean).map((word) => {
    const [whole, fraction = ""] = word.split(".");
    const left = whole.replace(/^0+(?=\d)/u, "");
    const right = fraction.replace(/0+$/u, "");
    // Numbers as long as their texts are compared digit by digit.
    return { written: `${left}.${right}`, left, right };
  });
  values.sort((a, b) => a.left.length - b.left.length || (a.left < b.left ? -1 : a.left > b.left ? 1 : 0) || (a.right < b.right ? -1 : a.right > b.right ? 1 : 0));
  return values.map((value) => value.written).join("");
}

function select(key, pool) {
  const isTaken = new Array(pool).fill(false);
  const order = [];
  for (let turn = 0; turn < pool; turn += 1) {
    const counter = Buffer.from([turn >> 8, turn & 255]);
    const hash = createHash("md5").update(counter).update(key, "ascii").update(counter).digest("hex");
    let skip = Number(BigInt(`0x${hash}`) % BigInt(pool - turn));
    for (let place = 0; place < pool; place += 1) {
      if (isTaken[place]) continue;
      if (skip === 0) {
        isTaken[place] = true;
        order.push(place + 1);
        break;
      }
      skip -= 1;
    }
  }
  return order;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { sources, pool } = JSON.parse(line);
  const key = sources.map((source) => `${canonical(source)}/`).join("");
  process.stdout.write(`${JSON.stringify({ key, order: select(key, pool) })}\n`);
}
