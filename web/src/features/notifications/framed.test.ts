import { describe, expect, it } from "vitest";

import { framed } from "./framed";

describe("framed", () => {
  it("moves inline styles into one element with the nonce", () => {
    const shown = framed('<p style="color:red">Hello</p><b style="top:0">x</b>', "n1");
    expect(shown).not.toContain("style=");
    expect(shown).toContain('<style nonce="n1">.styled-0{color:red}\n.styled-1{top:0}</style>');
  });

  it("takes out what could run, load or lead away", () => {
    const shown = framed('<script>1</script><iframe></iframe><base href="x"><a onclick="go()" href="https://x.example/">Go</a>', "n");
    expect(shown).not.toMatch(/<script|<iframe|<base| href=| onclick=/);
    expect(shown).toContain('title="https://x.example/"');
  });

  it("gives a design's own style sheets the nonce", () => {
    expect(framed("<style>p{color:red}</style>", "n2").match(/nonce="n2"/g)).toHaveLength(2);
  });
});
