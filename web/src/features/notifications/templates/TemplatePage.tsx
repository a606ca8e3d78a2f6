import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";

import { api, keys, Problem, type Schemas } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading, Message } from "@/ui/States";

import { messages as told } from "../messages";
import { Editor } from "./Editor";
import { messages } from "./messages";
import { Preview } from "./Preview";
import classes from "./Templates.module.css";
import { Values } from "./Values";

export type Texts = Schemas["TemplateTexts"];

/** One kind of message: its text, and beside it what a reader would see. */
export default function TemplatePage() {
  const kind = useParams()["kind"] ?? "";
  const found = useQuery({
    queryKey: keys.template(kind),
    queryFn: ({ signal }) => api.get("/api/notifications/templates/{kind}", { path: { kind }, signal }),
    // What somebody is writing is not replaced by what is on the server.
    staleTime: Infinity,
  });
  if (found.error instanceof Problem && found.error.status === 404) {
    return <Message order={1} icon="search" title={messages.missing} action={<Button component={Link} to="/settings/templates">{messages.back}</Button>}>{messages.missingText}</Message>;
  }
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  return <Shown key={`${kind} ${found.data.updatedAt ?? ""}`} template={found.data} />;
}

function Shown({ template }: { template: Schemas["TemplateDetail"] }) {
  const [texts, setTexts] = useState<Texts>(template.texts);
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({});
  return (
    <>
      <PageHeader title={told.kinds[template.kind] ?? template.kind} above={<BackLink to="/settings/templates">{messages.back}</BackLink>}>{template.about}</PageHeader>
      <div className={classes.editor}>
        <section className={`surface ${classes.panel ?? ""}`}>
          <Editor template={template} texts={texts} mistakes={mistakes} onChange={setTexts} />
        </section>
        <section className={`surface ${classes.panel ?? ""} ${classes.preview ?? ""}`}>
          <Preview kind={template.kind} texts={texts} hasSms={template.channels.includes("sms")} onMistakes={setMistakes} />
        </section>
        <section className={`surface ${classes.panel ?? ""}`}><Values sample={template.sample} /></section>
      </div>
    </>
  );
}
