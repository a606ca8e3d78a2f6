import { framed } from "./framed";
import classes from "./Framed.module.css";

function nonce(): string {
  return document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
}

/** A message's HTML in a frame that can run nothing, ask nobody and reach nothing of this page. */
export function Framed({ html, title, isPhone = false }: { html: string; title: string; isPhone?: boolean }) {
  return (
    <div className={classes.stage}>
      <iframe className={classes.frame} data-phone={isPhone || undefined} title={title} sandbox="" srcDoc={framed(html, nonce())} />
    </div>
  );
}
